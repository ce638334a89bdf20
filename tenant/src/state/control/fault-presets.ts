import type { ActiveFault, FaultMatch, FaultOutcome, FaultRule } from './fault-rule.ts';
import { type Faults, isLive } from './faults.ts';

/** A fault with a name: what it does, and what an application should make of it. */
export interface FaultPreset {
  readonly name: string;
  readonly title: string;
  readonly does: string;
  readonly expect: string;
  readonly rules: readonly FaultRule[];
}

const link = { method: 'POST', path: '/api/v2/users/*/identities' };
const token = { method: 'POST', path: '/oauth/token' };
const management = { method: '*', path: '/api/v2/**' };
const everything = { method: '*', path: '/**' };

const once = (when: FaultRule['when'], match: FaultMatch, then: FaultOutcome): FaultRule => ({
  match,
  when,
  times: 1,
  then,
});

export const faultPresets: readonly FaultPreset[] = [
  {
    name: 'link-answer-lost',
    title: 'Link: the answer is lost',
    does: 'The next link is made, and the connection closes before the answer arrives.',
    expect:
      'The application should read the account again before it says anything, and not link twice.',
    rules: [once('after', link, { drop: true })],
  },
  {
    name: 'link-409',
    title: 'Link: already linked elsewhere',
    does: 'The next link is refused with 409, as if the account belonged to somebody else.',
    expect:
      'The application should say that the account is in use elsewhere, and that nothing changed.',
    rules: [once('before', link, { status: 409 })],
  },
  {
    name: 'expired-link-token',
    title: 'Link: the second sign-in has expired',
    does: 'The next link is refused with 400, as for an ID token that is too old.',
    expect: 'The application should ask for the second sign-in again and keep what was chosen.',
    rules: [
      once('before', link, {
        status: 400,
        body: { statusCode: 400, error: 'Bad Request', message: 'Invalid token (link_with).' },
      }),
    ],
  },
  {
    name: 'token-answer-lost',
    title: 'Tokens: the answer is lost',
    does: 'The next code or refresh token is used up, and its tokens never arrive.',
    expect: 'The application should start one new sign-in, not repeat the exchange.',
    rules: [once('after', token, { drop: true })],
  },
  {
    name: 'wrong-nonce',
    title: 'Tokens: wrong nonce',
    does: 'The next ID token carries a nonce that nobody asked for.',
    expect: 'The application should refuse the sign-in and use nothing of that token.',
    rules: [once('after', token, { twist: 'wrong-nonce' })],
  },
  {
    name: 'keys-rotated',
    title: 'Tokens: signed with a revoked key',
    does: 'Now the tenant signs with a new key, and tokens of the old one are refused with 401.',
    expect: 'The application should renew its token or ask for a sign-in, and then go on.',
    rules: [once('before', everything, { twist: 'rotate-keys' })],
  },
  {
    name: 'popup-never-returns',
    title: 'Popup: never returns',
    does: 'Whoever signs in is left at the tenant, and the application is told nothing.',
    expect:
      'The application should offer to try again or to use the full page, and never wait forever.',
    rules: ['/u/**', '/provider/**'].map((path) => ({
      match: { method: 'POST', path },
      when: 'after',
      then: { twist: 'silent-message' },
    })),
  },
  {
    name: 'cookies-blocked',
    title: 'Browser: cookies blocked',
    does: 'Silent and cross-origin calls come without cookies, as with a tenant on another site.',
    expect: 'The application should not need silent sign-in: no loop, and nobody signed out by it.',
    rules: [
      { method: 'GET', path: '/authorize', query: { prompt: 'none' } },
      { method: 'POST', path: '/co/authenticate' },
    ].map((match) => ({ match, when: 'before', then: { twist: 'no-cookies' } })),
  },
  {
    name: 'management-429',
    title: 'Management API: too many requests',
    does: 'The next two calls are refused with 429 and the headers of the rate limit.',
    expect: 'The application should wait as long as it is told and then repeat, without a storm.',
    rules: [{ match: management, when: 'before', times: 2, then: { status: 429 } }],
  },
  {
    name: 'malformed-json',
    title: 'Management API: half an answer',
    does: 'The next call is processed, and its answer is JSON that breaks off.',
    expect: 'The application should treat it as a lost answer and read the account again.',
    rules: [once('after', management, { body: '{"identities":[{"connection":' })],
  },
  {
    name: 'slow-tenant',
    title: 'Everything: slow',
    does: 'Every request waits three seconds before the tenant looks at it.',
    expect: 'The application should show that it is busy and take a second click for none.',
    rules: [{ match: everything, when: 'before', then: { delayMs: 3000 } }],
  },
];

/** Turns a preset on; one that is on starts over. */
export function turnOn(faults: Faults, preset: FaultPreset): readonly ActiveFault[] {
  turnOff(faults, preset);

  return preset.rules.map((rule) => faults.add(rule, preset.name));
}

/** Turns a preset off. */
export function turnOff(faults: Faults, { name }: FaultPreset): void {
  faults.removeWhere(({ preset }) => preset === name);
}

/** Whether a preset can still fire, and how often it has since it was turned on. */
export function presetStatus(
  faults: Faults,
  { name }: FaultPreset,
): { readonly on: boolean; readonly fired: number } {
  const own = faults.list().filter(({ preset }) => preset === name);

  return { on: own.some(isLive), fired: own.reduce((sum, { fired }) => sum + fired, 0) };
}

/** Counts the things that go wrong right now; a preset counts once, however many rules it has. */
export function faultsOn(faults: Faults): number {
  const presets = faultPresets.filter((preset) => presetStatus(faults, preset).on).length;

  return presets + faults.live().filter(({ preset }) => preset === undefined).length;
}
