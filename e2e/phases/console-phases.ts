import type { Request } from '@playwright/test';

import { changeTenant } from '../testing/app-config.ts';
import { ada } from '../testing/people.ts';
import { linked, signedIn, type Visit } from './phases.ts';

/** Every page and state of the console that an admin can be shown, by name, with the way there. */
export const consolePhases: Readonly<Record<string, (visit: Visit) => Promise<void>>> = {
  async 'tenant-bar'({ portal }) {
    await changeTenant(portal.page, { domain: 'acme.eu.auth0.com', environment: 'production' });
    await portal.open();
    await portal.action('open-tenant').waitFor();
    await portal.action('sign-in').waitFor();
  },

  async 'checks-ready'(visit) {
    await signedIn(visit);
    await openChecks(visit);
  },

  /** A callback URL, the origin for requests, and a grant are not as they should be. */
  async 'checks-with-problems'(visit) {
    await signedIn(visit);
    await visit.tenant.changeClient({
      callbacks: [new URL('/link/callback', visit.portal.page.url()).href],
      web_origins: [],
      grant_types: ['authorization_code', 'implicit'],
    });
    await openChecks(visit);
  },

  async 'checks-signed-out'(visit) {
    await visit.portal.open();
    await openChecks(visit);
  },

  async trace(visit) {
    await linked(visit);
    await openTrace(visit);
    await visit.portal.page
      .locator('[data-event]')
      .filter({ hasText: /POST .*identities/ })
      .getByRole('button')
      .click();
    await visit.portal.action('copy-event-link').waitFor();
  },

  drills: openDrills,

  async 'drills-running'(visit) {
    await openDrills(visit);
    // The window of the drill waits for an answer that does not come.
    await visit.portal.page.context().route('**/oauth/token', () => undefined);
    const asked = visit.portal.page.context().waitForEvent('request', isForTokens);
    await visit.portal.action('run-all-drills').click();
    await asked;
    await withoutOtherTables(visit, 'links');
  },

  async 'drills-with-a-failure'(visit) {
    await visit.tenant.fault({
      match: { method: 'POST', path: '/api/v2/users/*/identities' },
      when: 'before',
      then: { status: 403 },
    });
    await openDrills(visit);
    for (const drill of ['link-google-oauth2', 'cancel']) {
      await visit.portal.action('run-drill', drill).click();
      await drillHasEnded(visit, drill);
    }
    await drillOf(visit, 'link-google-oauth2').locator('summary').click();
    await withoutOtherTables(visit, 'links');
  },

  async 'drill-by-hand'(visit) {
    await openDrills(visit);
    await visit.portal.action('guide-drill', 'swap').click();
    await visit.portal.action('leave-drill').waitFor();
    await withoutOtherTables(visit, 'choices');
  },

  async preview({ portal }) {
    await portal.open();
    await portal.action('nav-staging').click();
    await portal.action('nav-preview').click();
    const accounts = portal.page.locator('app-account-choice select');
    await accounts.first().selectOption(ada.userId);
    await accounts.last().selectOption(ada.googleId);
    await portal.action('show-preview').click();
    await portal.page.locator('app-proof-countdown p:not(.heard)').waitFor();
    await portal.action('show-settings').waitFor();
  },
};

async function openChecks({ portal }: Visit): Promise<void> {
  await portal.action('nav-staging').click();
  await portal.page.locator('[data-verdict]:not([data-verdict="running"])').waitFor();
}

async function openTrace(visit: Visit): Promise<void> {
  await openChecks(visit);
  await visit.portal.action('nav-trace').click();
  await visit.portal.page.locator('[data-event]').first().waitFor();
}

async function openDrills({ portal }: Visit): Promise<void> {
  await portal.open();
  await portal.action('nav-staging').click();
  await portal.action('nav-drills').click();
  await portal.action('run-all-drills').waitFor();
}

/** The phase "drills" has all of them, and they are of one kind. */
const withoutOtherTables = ({ portal }: Visit, group: string): Promise<void> =>
  portal.page.locator(`section:has(table):not([aria-labelledby="${group}"])`).evaluateAll((all) => {
    for (const section of all) (section as HTMLElement).style.display = 'none';
  });

const isForTokens = (request: Request): boolean => request.url().endsWith('/oauth/token');

const drillOf = ({ portal }: Visit, drill: string) =>
  portal.page.locator(`[data-drill="${drill}"]`);

const drillHasEnded = ({ portal }: Visit, drill: string): Promise<void> =>
  portal.page
    .locator(`[data-drill="${drill}"]:is([data-status="passed"], [data-status="failed"])`)
    .waitFor({ timeout: 60_000 });
