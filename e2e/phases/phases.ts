import { selectorOf } from '../../src/app/actions/action.ts';
import { deliverConfig } from '../testing/app-config.ts';
import { control } from '../testing/control.ts';
import { configure, mailbox, phone } from '../testing/kinds.ts';
import type { LocalTenant } from '../testing/local-tenant.ts';
import { ada, alan, margaret } from '../testing/people.ts';
import type { Portal } from '../testing/portal.ts';
import { openSettings } from '../testing/review.ts';
import { dieBeforeTheLink } from '../testing/saga.ts';

/** Somebody in a fresh browser, and the tenant that knows them. */
export interface Visit {
  readonly portal: Portal;
  readonly tenant: LocalTenant;
}

/**
 * Every page and phase that a person can be shown, by name, with the way there. None of these goes by words of the
 * application, so that each can be looked at in every language.
 */
export const phases: Readonly<Record<string, (visit: Visit) => Promise<void>>> = {
  async start({ portal }) {
    await portal.open();
    await portal.action('sign-in').waitFor();
  },

  account: signedIn,

  /** A code has opened an account that was not there before. */
  async 'account-made'({ portal, tenant }) {
    const userId = await tenant.addPerson({ connection: 'sms', phone_number: '+15555550177' });
    await portal.openSignedIn({ userId }, tenant.origin);
    await portal.action('sign-in-to-add').waitFor();
  },

  async menu(visit) {
    await signedIn(visit);
    await visit.portal.action('open-menu').click();
  },

  async 'account-of-several'({ portal, tenant }) {
    await portal.openSignedIn(margaret, tenant.origin);
    await portal.action('review-unlink', 'google-oauth2').waitFor();
  },

  async methods(visit) {
    await signedIn(visit);
    await visit.portal.action('add-method').click();
  },

  async confirm({ portal, tenant }) {
    await portal.openSignedIn(ada, tenant.origin);
    await tenant.moveClock(400);
    await deliverConfig(portal.page, { aheadSeconds: 400 });
    await portal.page.goto('/account/link/google-oauth2');
    await portal.action('confirm').waitFor();
  },

  async link(visit) {
    await signedIn(visit);
    await visit.portal.openLinkPage('google-oauth2');
  },

  async 'signing-in'(visit) {
    await signedIn(visit);
    await visit.portal.openWindow();
    await visit.portal.action('bring-to-front').waitFor();
  },

  async 'window-closed'(visit) {
    await signedIn(visit);
    await (await visit.portal.openWindow()).close();
    await inPhase(visit, 'signInUnknown');
  },

  async number(visit) {
    await askedForAddress(visit, 'sms', 'embedded');
  },

  async code(visit) {
    await askedForAddress(visit, 'sms', 'embedded');
    await visit.portal.action('enter-address').fill(phone);
    await visit.portal.action('send-message').click();
    await visit.portal.action('enter-code').waitFor();
  },

  async 'link-by-mail'(visit) {
    await askedForAddress(visit, 'email', 'magic-link');
    await visit.portal.action('enter-address').fill(mailbox);
    await visit.portal.action('send-message').click();
    await visit.portal.action('use-another-address').waitFor();
  },

  async reading(visit) {
    await signedIn(visit);
    await visit.portal.page.route('**/api/v2/users/google*', () => undefined);
    await visit.portal.proveGoogle(ada.email);
    await inPhase(visit, 'reading');
  },

  review: reviewing,

  async 'review-of-settings'(visit) {
    await reviewing(visit);
    await openSettings(visit.portal.page);
  },

  async 'review-swapped'(visit) {
    await reviewing(visit);
    await openSettings(visit.portal.page);
    await visit.portal.action('keep-account', 'keepSecond').check();
  },

  async 'review-in-doubt'(visit) {
    await signedIn(visit);
    await visit.portal.proveGoogle(alan.email);
    await visit.portal.action('both-are-mine').waitFor();
  },

  async 'review-of-a-number'(visit) {
    const { portal, tenant } = visit;
    const number = '+15555550188';
    await askedForAddress(visit, 'sms', 'embedded');
    await portal.action('enter-address').fill(number);
    await portal.action('send-message').click();
    await portal.action('enter-code').waitFor();
    await portal.action('enter-code').fill(await tenant.codeFor(number));
    await portal.page.locator(`${selectorOf('link-accounts')}:enabled`).waitFor();
  },

  async linking(visit) {
    await reviewing(visit);
    await visit.portal.page.route('**/identities', () => undefined);
    await visit.portal.confirmLink();
    await inPhase(visit, 'sending');
  },

  async unknown(visit) {
    await reviewing(visit);
    await visit.portal.page.route('**/identities', async (route) => {
      await visit.portal.page.route('**/api/v2/**', (other) => other.abort());
      await route.abort();
    });
    await visit.portal.confirmLink();
    await inPhase(visit, 'unknown');
  },

  linked,

  async refused(visit) {
    await reviewing(visit);
    await visit.tenant.fault({
      match: { method: 'POST', path: '/api/v2/users/*/identities' },
      when: 'before',
      times: 1,
      then: { status: 403 },
    });
    await visit.portal.confirmLink();
    await inPhase(visit, 'failed');
  },

  async cancelled(visit) {
    await signedIn(visit);
    const popup = await visit.portal.openWindow();
    await popup.locator('form[action*="/deny"] button').click();
    await inPhase(visit, 'failed');
  },

  async 'other-session'(visit) {
    await reviewing(visit);
    await visit.portal.page.goto('/account');
    await visit.portal.action('sign-in-everywhere').waitFor();
  },

  async offline(visit) {
    await signedIn(visit);
    await visit.portal.page.context().setOffline(true);
    await visit.portal.page.locator('main .offline .notice').waitFor();
  },

  async unlink({ portal, tenant }) {
    await portal.openSignedIn(margaret, tenant.origin);
    await portal.action('review-unlink', 'google-oauth2').click();
    await portal.action('unlink').waitFor();
  },

  async unlinked({ portal, tenant }) {
    await portal.openSignedIn(margaret, tenant.origin);
    await portal.action('review-unlink', 'google-oauth2').click();
    await portal.action('unlink').click();
    await portal.page.locator('[data-done]').waitFor();
  },

  async 'unfinished-link'(visit) {
    await reviewing(visit);
    await dieBeforeTheLink(visit.portal.page);
    await visit.portal.page.goto('/account');
    await visit.portal.action('continue-link').waitFor();
  },

  async 'saved-values'(visit) {
    await linked(visit);
    await visit.portal.action('go-to-account').click();
    await visit.portal.action('review-unlink', 'google-oauth2').click();
    await visit.portal.action('unlink').click();
    await visit.portal.action('unfold', 'saved-values').click();
    await visit.portal.action('put-back').first().waitFor();
  },

  async 'passing-failure'(visit) {
    await reviewing(visit);
    await visit.tenant.fault({
      match: { method: 'PATCH', path: '/api/v2/users/*' },
      when: 'before',
      then: { status: 429 },
    });
    await visit.portal.confirmLink();
    await visit.portal.action('try-again').waitFor({ timeout: 60_000 });
  },

  async help(visit) {
    await signedIn(visit);
    await visit.portal.page.locator(`main ${selectorOf('open-help')}`).click();
    await visit.portal.action('close-help').first().waitFor();
  },

  async 'many-methods'({ portal, tenant }) {
    const userId = await tenant.addPerson({
      connection: 'google-oauth2',
      name: 'Grace Murray Hopper',
      email: 'grace.hopper@example.org',
    });
    for (let each = 1; each <= 9; each += 1) {
      const email = `grace.hopper.${each}@example.org`;
      await tenant.link(userId, await tenant.addPerson({ connection: 'google-oauth2', email }));
    }
    await portal.openSignedIn({ userId }, tenant.origin);
    await portal.action('find-method').waitFor();
  },

  async elsewhere({ portal }) {
    await portal.page.goto('/link/elsewhere');
    await portal.page.getByRole('heading', { level: 1 }).waitFor();
  },

  async 'not-found'({ portal }) {
    await portal.page.goto('/nowhere');
    await portal.action('go-to-start').waitFor();
  },

  async 'broken-configuration'({ portal }) {
    await deliverConfig(portal.page, {
      change: ({ tenant, ...config }) => ({
        ...config,
        tenant: { ...(tenant as object), clientId: 7 },
      }),
    });
    await portal.open();
    await portal.page.getByRole('heading', { level: 1 }).waitFor();
  },
};

export async function signedIn({ portal, tenant }: Visit): Promise<void> {
  await portal.openSignedIn(ada, tenant.origin);
  await portal.action('add-method').waitFor();
}

async function reviewing(visit: Visit): Promise<void> {
  await signedIn(visit);
  await visit.portal.proveGoogle(ada.email);
  // A click takes a moment to be believed there.
  await visit.portal.page.locator(`${selectorOf('link-accounts')}:enabled`).waitFor();
}

export async function linked(visit: Visit): Promise<void> {
  await reviewing(visit);
  await visit.portal.confirmLink();
  await inPhase(visit, 'done');
}

async function askedForAddress(
  { portal, tenant }: Visit,
  connection: string,
  transport: 'embedded' | 'magic-link',
): Promise<void> {
  await configure(portal.page, transport);
  await portal.openSignedIn(ada, tenant.origin);
  await portal.startLinking(connection);
  await control(portal.page, 'enter-address').waitFor();
}

const inPhase = ({ portal }: Visit, phase: string): Promise<void> =>
  portal.page.locator(`[data-phase="${phase}"]`).waitFor();
