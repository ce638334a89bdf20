import fc from 'fast-check';

import { personal } from '../../trace/personal';
import type { TraceEntry } from '../../trace/trace-entry';
import type { TraceEvent } from '../../trace/trace-event';
import { tracedClaims } from '../../trace/traced-claims';
import { withoutSecrets } from '../../trace/without-secrets';
import type { CheckResult } from '../checks/rules/check-result';
import { drySignInVerdict } from '../checks/rules/connection';
import { popups } from '../checks/rules/popups';
import { goodConfig } from '../testing/good-context';
import { supportBundle } from './support-bundle';

const hex = (length: number) =>
  fc
    .array(fc.constantFrom(...'0123456789abcdef'.split('')), {
      minLength: length,
      maxLength: length,
    })
    .map((digits) => digits.join(''));
const word = hex(10).map((text) => `w${text}`);
const emails = word.map((text) => `${text}@example.com`);
const phones = fc.integer({ min: 10_000_000, max: 99_999_999 }).map((digits) => `+1555${digits}`);
const base64Url = (value: object): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** A person, and what only they and the tenant are to know. */
const people = fc.record({
  id: hex(24),
  email: emails,
  phone: phones,
  name: word,
  custom: word,
  code: hex(43).map((text) => `C${text}`),
  signature: hex(64),
});
type Someone = typeof people extends fc.Arbitrary<infer Value> ? Value : never;

const tokenOf = ({ id, email, signature }: Someone): string =>
  `${base64Url({ alg: 'RS256' })}.${base64Url({ sub: `auth0|${id}`, email })}.${signature}`;

/** Events about a person, with secrets where somebody may put them by mistake. */
function eventsAbout(someone: Someone): readonly TraceEvent[] {
  const { id, email, phone, name, custom, code } = someone;
  const claims = new Map<string, unknown>([
    ['sub', `auth0|${id}`],
    ['email', email],
    ['phone_number', phone],
    ['name', name],
    ['https://acme.example/x', { custom }],
    ['email_verified', true],
  ]);

  return [
    { kind: 'claims', who: 'second', verdict: 'accepted', claims: tracedClaims(claims) },
    {
      kind: 'request',
      method: 'DELETE',
      origin: 'https://acme.eu.auth0.com',
      path: '/api/v2/users/{id}/identities/auth0/{identity}',
      parameters: { id: personal('id', `auth0|${id}`), identity: personal('id', id) },
      format: 'json',
      sends: [{ name: 'link_with', isText: true }],
      status: 200,
      durationMs: 3,
    },
    {
      kind: 'state',
      of: 'link',
      from: 'idle',
      to: 'failed',
      reason: `${tokenOf(someone)} ${email}`,
    },
    { kind: 'decision', about: `?code=${code}`, decision: `seen ${id} ${phone}`, reasons: [code] },
  ];
}

const entriesOf = (events: readonly TraceEvent[]): readonly TraceEntry[] =>
  events.map((event, index) => ({ id: index + 1, atMs: 0, flow: 1, event: withoutSecrets(event) }));

const checkAbout = ({ id }: Someone): CheckResult => ({
  check: popups(),
  progress: {
    status: 'done',
    verdict: drySignInVerdict(
      {
        subject: `auth0|${id}`,
        issuedAtMs: 1,
        authenticatedAtMs: 1,
        email: 'verified',
        expiresAtMs: 2,
      },
      undefined,
      { label: 'Google' },
    ),
  },
});

const bundleOf = (everybody: readonly Someone[]): string =>
  supportBundle({
    entries: entriesOf(everybody.flatMap(eventsAbout)),
    flows: [{ id: 1, kind: 'link', atMs: 0 }],
    checks: everybody.map(checkAbout),
    config: goodConfig,
    browser: 'a browser',
    at: new Date(0),
  });

describe('supportBundle', () => {
  it('holds no token, code, e-mail, phone number, name or id, whoever it is about', () => {
    fc.assert(
      fc.property(fc.array(people, { minLength: 1, maxLength: 4 }), (everybody) => {
        const text = bundleOf(everybody);

        for (const someone of everybody) {
          const { id, email, phone, name, custom, code, signature } = someone;
          const [, payload = ''] = tokenOf(someone).split('.');
          for (const value of [id, email, phone, name, custom, code, signature, payload]) {
            expect(text).not.toContain(value);
          }
        }
      }),
    );
  });

  it('is JSON that still says who is who, and everything that is about nobody', () => {
    const [ada, bob] = fc.sample(people, { numRuns: 2, seed: 1 });
    const bundle: unknown = JSON.parse(bundleOf([ada, bob].filter((one) => one !== undefined)));

    expect(bundle).toMatchObject({
      configuration: { tenant: { clientId: 'spa' } },
      versions: { '@angular/core': expect.any(String) as unknown },
      flows: [{ kind: 'link' }],
      checks: [
        { status: 'ok', facts: [{ name: 'sub', value: 'auth0|<ID 1>' }, {}, {}, {}] },
        { status: 'ok', facts: [{ name: 'sub', value: 'auth0|<ID 2>' }, {}, {}, {}] },
      ],
    });
  });
});
