import fc from 'fast-check';

import type { Json, Settings } from '../identity/json';
import { sameJson } from '../identity/json';
import { planLink } from '../identity/link/link-plan';
import { archivedFor } from '../identity/settings/settings-archive';
import { accountWith } from '../identity/testing/accounts';
import { fuzzed, fuzzTimeoutMs } from '../identity/testing/fuzz';
import { usualPolicy } from '../identity/testing/link-policy';
import type { LinkResult } from './link/link-result';
import { runLink } from './link/run-link';
import type { LinkPort } from './ports/link-port';
import { ModelBrowser, type Parties } from './testing/browser';
import { startMs, usualProofMs } from './testing/story';
import { ModelTenant } from './testing/tenant';

const kept = 'auth0|ada';
const others = ['google-oauth2|115', 'github|7'] as const;
const settings: fc.Arbitrary<Settings> = fc
  .dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom<Json>('x', 'y', 1), { maxKeys: 3 })
  .map((entries) => new Map(Object.entries(entries)));

/** Two people of the same name: each device links another account to the same one, at the same time. */
async function linkBoth(
  [own, first, second]: readonly [Settings, Settings, Settings],
  inTurn: <Value>(act: () => Promise<Value>) => Promise<Value>,
) {
  const ada = accountWith(kept, own);
  const [google, github] = [accountWith(others[0], first), accountWith(others[1], second)];
  const tenant = new ModelTenant([ada, google, github], startMs);
  const log: string[] = [];

  const link = (name: string, absorbed: typeof google): Promise<LinkResult> => {
    const parties: Parties = {
      direction: 'keepFirst',
      kept,
      absorbed: absorbed.userId,
      proofExpiresAtMs: startMs + usualProofMs,
    };
    const plan = planLink({
      first: ada,
      second: absorbed,
      connection: { name: 'x', strategy: 'x', label: 'X', transport: 'auto' },
      policy: usualPolicy,
      nowMs: startMs,
      proofExpiresAtMs: parties.proofExpiresAtMs,
    });
    const page = new ModelBrowser(name, tenant).page(parties);
    const port: LinkPort = {
      ...page,
      readKept: () => inTurn(logged('read', () => page.readKept())),
      write: (changes) => inTurn(logged('write', () => page.write(changes))),
      send: () => inTurn(logged('send', () => page.send())),
    };
    function logged<Value>(what: string, act: () => Promise<Value>): () => Promise<Value> {
      return () => {
        log.push(`${name} ${what}`);

        return act();
      };
    }
    const announcement = { id: name, subject: absorbed.userId, connection: 'x', by: name };

    return runLink(port, {
      plan,
      announcement: { ...announcement, tokenExpiresAtMs: parties.proofExpiresAtMs },
      report: () => undefined,
    });
  };
  const results = await Promise.all([link('laptop', google), link('phone', github)]);

  return { tenant, results, log };
}

/**
 * Whether one device's whole link fell between the other's look at the account and its first write. The tenant
 * has no write that depends on what is there, so this one overwrites what it has not seen.
 */
const isBlind = (log: readonly string[]): boolean =>
  [
    ['laptop', 'phone'],
    ['phone', 'laptop'],
  ].some(([one = '', other = '']) => {
    const [read, opened] = [log.indexOf(`${one} read`), log.indexOf(`${one} write`)];
    const sent = log.indexOf(`${other} send`);

    return read < log.indexOf(`${other} write`) && opened > log.indexOf(`${other} write`, sent);
  });

describe('two devices that link to the same account at once', () => {
  it(
    'REL-31: both link or are refused, and what they say is so',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.tuple(settings, settings, settings), fc.scheduler(), async (all, s) => {
          const inTurn = <Value>(act: () => Promise<Value>): Promise<Value> =>
            s.schedule(Promise.resolve()).then(act);
          const running = linkBoth(all, inTurn);
          await s.waitFor(running);
          const { tenant, results, log } = await running;
          fc.pre(!isBlind(log));

          results.forEach(({ kind }, at) => {
            expect(tenant.accounts.has(others[at] ?? '')).toBe(kind !== 'done');
            expect(['done', 'changed', 'notDone']).toContain(kind);
          });
          const account = tenant.account(kept);
          for (const [at, joined] of [all[1], all[2]].entries()) {
            if (results[at]?.kind !== 'done') continue;
            for (const [key, value] of joined) {
              const aside = archivedFor(account.settings, others[at] ?? '').get(key);
              expect(sameJson(account.settings.get(key), value) || sameJson(aside, value)).toBe(
                true,
              );
            }
          }
        }),
        fuzzed(500),
      );
    },
    fuzzTimeoutMs,
  );
});
