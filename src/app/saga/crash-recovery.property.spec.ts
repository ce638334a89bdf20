import fc from 'fast-check';

import type { Account } from '../identity/account';
import { sameAccount } from '../identity/link/account-change';
import { fuzzed, fuzzTimeoutMs } from '../identity/testing/fuzz';
import type { Script } from './testing/browser';
import { expectHonest, expectHonestStatus, expectInvariants } from './testing/invariants';
import { anyLonelyScript, anyMerge, anywhere } from './testing/stories';
import { Story, usualProofMs, type Beginning, type Where } from './testing/story';

type Recovery = readonly [Where, 'visit' | 'continue' | 'takeBack', Script];

const crash: fc.Arbitrary<Script> = fc.record({
  turns: fc.constant([]),
  crashAt: fc.nat({ max: 12 }),
});
const recovery = (script: fc.Arbitrary<Script>, ...acts: Recovery[1][]): fc.Arbitrary<Recovery> =>
  fc.tuple(anywhere, fc.constantFrom(...acts), script);

/** The link as it is without any trouble. */
async function linkedAccount(beginning: Beginning): Promise<Account> {
  const story = new Story(beginning);
  await story.link('laptop');

  return story.kept;
}

/** A person who comes back until nothing is open any more, without further trouble. */
async function settle(story: Story, how: 'continue' | 'takeBack'): Promise<void> {
  for (let visits = 0; visits < 4; visits += 1) {
    // Every lease ends, and whatever lags behind arrives.
    story.tenant.advance(600_000);
    const found = await story.visit('laptop');
    expectInvariants(story, 'a visit');
    if (found?.status === 'none' || found?.status === 'closed') return;
    if (how === 'continue') await story.continue('laptop', usualProofMs);
    else await story.takeBack('laptop');
    expectInvariants(story, how);
  }
  throw new Error('It never comes to an end.');
}

async function recover(story: Story, recoveries: readonly Recovery[]): Promise<void> {
  for (const [where, act, script] of recoveries) {
    story.tenant.advance(61_000);
    expectHonestStatus(story, await story.visit(where));
    if (act === 'continue') expectHonest(story, await story.continue(where, usualProofMs, script));
    else if (act === 'takeBack') expectHonest(story, await story.takeBack(where, script));
    else expectHonestStatus(story, await story.visit(where, script));
    expectInvariants(story, act);
  }
}

describe('a link whose page ends, at whatever wait', () => {
  it(
    'REL-13, I4: comes to the same end as one without trouble, after one recovery as after five',
    async () => {
      const recoveries = fc.array(recovery(crash, 'visit', 'continue'), {
        minLength: 1,
        maxLength: 5,
      });

      await fc.assert(
        fc.asyncProperty(anyMerge, crash, recoveries, async (beginning, first, others) => {
          const story = new Story({ ...beginning, proofLastsMs: usualProofMs });
          const ended = await story.link('laptop', first);
          await recover(story, others);
          // A page that ended before it had written anything leaves nothing to continue.
          const isUntouched = ended === undefined && story.kept === story.plan.kept;
          await settle(story, 'continue');

          const wanted = isUntouched ? story.plan.kept : await linkedAccount(beginning);
          expect(sameAccount(story.kept, { ...wanted, userId: story.kept.userId })).toBe(true);
          expect(story.tenant.links).toBe(isUntouched ? 0 : 1);
        }),
        fuzzed(1500),
      );
    },
    fuzzTimeoutMs,
  );

  it(
    'REL-13, I4: is as before, or linked as agreed, once somebody has taken it back',
    async () => {
      const recoveries = fc.array(recovery(anyLonelyScript, 'visit', 'continue', 'takeBack'), {
        minLength: 1,
        maxLength: 5,
      });

      await fc.assert(
        fc.asyncProperty(
          anyMerge,
          anyLonelyScript,
          recoveries,
          async (beginning, first, others) => {
            const story = new Story({ ...beginning, proofLastsMs: usualProofMs });
            await story.link('laptop', first);
            await recover(story, others);
            await settle(story, 'takeBack');

            const wanted = story.isLinked ? await linkedAccount(beginning) : story.plan.kept;
            expect(sameAccount(story.kept, wanted)).toBe(true);
            expect(story.absorbed === undefined).toBe(story.isLinked);
            expect(story.tenant.links).toBe(story.isLinked ? 1 : 0);
          },
        ),
        fuzzed(1500),
      );
    },
    fuzzTimeoutMs,
  );
});
