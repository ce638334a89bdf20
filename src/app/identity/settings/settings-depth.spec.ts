import type { Json, Settings } from '../json';
import { planLink, type LinkPlan } from '../link/link-plan';
import { accountWith } from '../testing/accounts';
import { usualPolicy } from '../testing/link-policy';
import { mostLevels } from './settings-limits';

const now = Date.UTC(2027, 0, 15, 8);
const nested = (levels: number): Json => {
  let value: Json = 'end';
  for (let level = 1; level < levels; level += 1) value = { a: value };

  return value;
};
const manyKeys = Array.from({ length: 201 }, (_, at): [string, Json] => [`k${at}`, at]);

function setUp(first: Settings, second: Settings): LinkPlan {
  return planLink({
    first: accountWith('auth0|ada', first),
    second: accountWith('google-oauth2|115', second),
    connection: { name: 'google', strategy: 'google-oauth2', label: 'Google', transport: 'auto' },
    policy: usualPolicy,
    nowMs: now,
    proofExpiresAtMs: now + 36_000_000,
  });
}

const tooDeep = { kind: 'limit', limit: 'depth', whose: 'kept' };

describe('planLink, however deep the kept account’s settings are', () => {
  it.each([
    ['alone', new Map([['deep', nested(50_000)]])],
    [
      'beside more keys than an account may bring',
      new Map([...manyKeys, ['deep', nested(50_000)]]),
    ],
    [
      'beside a longer text than an account may bring',
      new Map<string, Json>([
        ['long', 'x'.repeat(5000)],
        ['deep', nested(50_000)],
      ]),
    ],
  ])('SEC-43: refuses what no program can walk, %s', (_case, first) => {
    const plan = setUp(first, new Map([['theme', 'dark']]));

    expect(plan.blockers).toContainEqual(tooDeep);
    expect(plan.merge.changes.size).toBe(0);
  });

  it('does not mind what an earlier link has set aside at the greatest depth', () => {
    const before = setUp(new Map([['deep', 1]]), new Map([['deep', nested(mostLevels)]]));
    expect(before.blockers).toEqual([]);

    expect(setUp(before.merge.changes, new Map([['theme', 'dark']])).blockers).toEqual([]);
  });
});
