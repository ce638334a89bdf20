import fc from 'fast-check';

import { subjectOf } from '../identity/identity';
import { fuzzed, fuzzTimeoutMs } from '../identity/testing/fuzz';
import { dueTasks, taskKey, type PortalTask } from '../identity/settings/portal-task';
import type { Script } from './testing/browser';
import { expectInvariants } from './testing/invariants';
import { anyBeginning, anyLonelyScript, anywhere } from './testing/stories';
import { linkId, Story, usualProofMs, type Where } from './testing/story';

/** A page that ends somewhere, or does not. */
const crash: fc.Arbitrary<Script> = fc
  .option(fc.nat({ max: 14 }), { nil: undefined })
  .map((crashAt) => ({ turns: [], ...(crashAt !== undefined && { crashAt }) }));

/** What the hooks of a portal are told, in the order in which they are; `answers`: whether each is heard to be done. */
class Portal {
  readonly told: PortalTask[] = [];

  visit(story: Story, answers: boolean): void {
    for (const task of dueTasks(story.kept)) {
      this.told.push(task);
      if (!answers) return;
      story.hasAnswered = true;
      story.tenant.write(story.kept.userId, new Map([[taskKey(task), null]]));
    }
  }

  idsOf(what: PortalTask['what']): ReadonlySet<string> {
    return new Set(this.told.filter((task) => task.what === what).map(({ id }) => id));
  }
}

type Visit = readonly [Where, Script, boolean];
const visits = fc.array<Visit>(fc.tuple(anywhere, crash, fc.boolean()), { maxLength: 4 });

/** A person who comes back until nothing is open any more, while the portal answers as it likes. */
async function settle(story: Story, portal: Portal, some: readonly Visit[]): Promise<void> {
  for (const [where, script, answers] of [...some, ...Array<Visit>(3).fill(calm)]) {
    story.tenant.advance(600_000);
    const found = await story.visit(where, script);
    if (found?.status === 'open') await story.continue(where, usualProofMs, script);
    expectInvariants(story, 'a visit');
    portal.visit(story, answers);
    expectTruth(story, portal);
  }
}

const calm: Visit = ['laptop', { turns: [] }, true];

function expectTruth(story: Story, { told }: Portal): void {
  const { kept, absorbed } = story.plan;
  for (const task of told) {
    expect([task.kept, task.other]).toEqual([kept.userId, absorbed.userId]);
    expect(task.what === 'link' ? story.tenant.links : story.tenant.unlinks).toBeGreaterThan(0);
  }
}

describe('a portal that is to be told', () => {
  it(
    'REL-45: hears of a link at least once and by one id, wherever a page ends, and of none that did not happen',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          anyBeginning,
          fc.oneof(crash, anyLonelyScript),
          visits,
          async (beginning, script, some) => {
            const story = new Story({ ...beginning, isTold: true, proofLastsMs: usualProofMs });
            const portal = new Portal();
            await story.link('laptop', script);
            await settle(story, portal, some);

            expect([...portal.idsOf('link')]).toEqual(story.wasLinked ? [linkId] : []);
            expect(dueTasks(story.kept)).toEqual([]);
          },
        ),
        fuzzed(1000),
      );
    },
    fuzzTimeoutMs,
  );

  it(
    'REL-45: hears of an unlink at least once, by one id, after the link, however often it is tried',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          anyBeginning,
          fc.array(fc.oneof(crash, anyLonelyScript), { minLength: 1, maxLength: 3 }),
          visits,
          fc.boolean(),
          async (beginning, tries, some, answersAtOnce) => {
            const story = new Story({ ...beginning, isTold: true, proofLastsMs: usualProofMs });
            const portal = new Portal();
            await story.link('laptop');
            portal.visit(story, answersAtOnce);
            for (const script of tries) await story.unlink('laptop', script);
            await settle(story, portal, some);

            expect(portal.idsOf('unlink').size).toBe(story.tenant.unlinks);
            expect([...portal.idsOf('link')]).toEqual([linkId]);
            expect(dueTasks(story.kept)).toEqual([]);
          },
        ),
        fuzzed(1000),
      );
    },
    fuzzTimeoutMs,
  );

  it('REL-45: hears of what it had not been told of an account when that one is absorbed', async () => {
    const open: PortalTask = {
      ...{ id: 'open', what: 'link', atMs: Date.UTC(2026, 0), connection: 'github' },
      ...{ kept: 'google-oauth2|115', other: 'github|7' },
    };
    const story = new Story({
      first: new Map(),
      second: new Map([
        [taskKey(open), ['link', open.atMs / 1000, open.kept, open.other, 'github']],
      ]),
      decisions: new Map(),
      direction: 'keepFirst',
      proofLastsMs: usualProofMs,
      isTold: true,
      methods: [{ provider: 'github', userId: '7', connection: 'github', profile: {} }],
    });
    await story.link('laptop');

    expect(story.kept.identities.map(subjectOf)).toContain('github|7');
    expect(dueTasks(story.kept).map(({ id }) => id)).toEqual(['open', linkId]);
  });
});
