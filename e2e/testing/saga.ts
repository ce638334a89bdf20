import type { Locator, Page } from '@playwright/test';

import { control } from './control.ts';
import { localTenant, type FaultRule } from './local-tenant.ts';
import { ada } from './people.ts';
import type { Portal } from './portal.ts';
import { lookThrough } from './review.ts';
import { expect } from './test.ts';

const settingsWrite = { method: 'PATCH', path: '/api/v2/users/*' };
const link = { method: 'POST', path: '/api/v2/users/*/identities' };

/** The requests of a link on which something can go wrong. */
export const requests = { settingsWrite, link };

/** What Ada's two accounts have in the tenant's seed. */
export async function settingsOf(userId: string): Promise<Readonly<Record<string, unknown>>> {
  const all = (await localTenant.user(userId))?.user_metadata ?? {};

  // What the account remembers of its links is no setting.
  return Object.fromEntries(Object.entries(all).filter(([key]) => key !== 'linked_history'));
}

/** The next such request is answered like this, or not at all. */
export const oneFault = (
  match: FaultRule['match'],
  when: FaultRule['when'],
  then: FaultRule['then'],
): Promise<void> => localTenant.fault({ match, when, times: 1, then });

/**
 * The next request of this method does what it asks, and its answer never arrives. In the browser, because a
 * connection that the tenant drops is opened again by the browser itself, which then asks twice.
 */
export async function loseAnswer(page: Page, method: string): Promise<void> {
  let isLost = false;
  await page.route('**/api/v2/**', async (route) => {
    if (isLost || route.request().method() !== method) return route.fallback();
    isLost = true;
    await route.fetch();
    await route.abort();
  });
}

/**
 * Leaves a link where the settings are written and the link itself was never sent: the page dies in between, once
 * `Link accounts` is pressed, or whatever else the link is waiting for.
 */
export async function dieBeforeTheLink(
  page: Page,
  button: Locator = control(page, 'link-accounts'),
): Promise<void> {
  if (await control(page, 'link-accounts').isVisible()) await lookThrough(page);
  await page.route('**/api/v2/users/*', async (route) => {
    if (route.request().method() !== 'PATCH') return route.fallback();
    await route.fetch();
    // The answer never reaches the page that asked.
    await page.goto('about:blank');
  });
  await button.click();
  await expect(page).toHaveURL('about:blank');
  await page.unroute('**/api/v2/users/*');
}

/** Links Ada's Google account, and tells what was asked of the tenant for it: the method of each request. */
export async function callsOfGoogleLink(portal: Portal): Promise<readonly (string | undefined)[]> {
  const { page } = portal;
  await portal.openLinkPage('google-oauth2');
  const before = (await localTenant.managementCalls()).length;
  const popup = await portal.openWindow();
  await popup.getByRole('button', { name: `Continue as ${ada.email}` }).click();
  await portal.confirmLink();
  await expect(page.getByRole('status')).toContainText('Linked');
  const calls = await localTenant.managementCalls();

  return calls.slice(before).map((call) => call.split(' ')[0]);
}

/** Every value of the second account is in the first, or set aside there: invariant I1. */
export async function expectNothingLost(
  before: Readonly<Record<string, unknown>>,
  secondId = ada.googleId,
): Promise<void> {
  const settings = await settingsOf(ada.userId);
  const archive = (settings['linked_archive'] ?? {}) as Record<string, Record<string, unknown>>;

  for (const [key, value] of Object.entries(before)) {
    expect([settings[key], archive[secondId]?.[key]], key).toContainEqual(value);
  }
}
