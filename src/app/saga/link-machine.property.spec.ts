import fc from 'fast-check';

import { fuzzed, fuzzTimeoutMs } from '../identity/testing/fuzz';
import {
  expectHonest,
  expectHonestStatus,
  expectHonestUnlink,
  expectInvariants,
} from './testing/invariants';
import { anyBeginning, anyMerge, anyEdit, anyProof, anyScript, anywhere } from './testing/stories';
import { Story } from './testing/story';

/** Something that happens in a story. The story is its own model: after each event its promises are checked. */
type Event = fc.AsyncCommand<object, Story>;

function event(name: string, how: unknown, act: (story: Story) => Promise<unknown>): Event {
  const title = `${name}(${JSON.stringify(how)})`;

  return {
    check: () => true,
    run: async (_model, story) => {
      story.tenant.onChange = (what) => {
        expectInvariants(story, `${what} in ${title}`);
      };
      await act(story);
      expectInvariants(story, title);
    },
    toString: () => title,
  };
}

const link = fc.record({ where: anywhere, script: anyScript }).map((how) =>
  event('link', how, async (story) => {
    expectHonest(story, await story.link(how.where, how.script));
  }),
);

const visit = fc.record({ where: anywhere, script: anyScript }).map((how) =>
  event('visit', how, async (story) => {
    expectHonestStatus(story, await story.visit(how.where, how.script));
  }),
);

const goOn = fc.record({ where: anywhere, proof: anyProof, script: anyScript }).map((how) =>
  event('continue', how, async (story) => {
    expectHonest(story, await story.continue(how.where, how.proof, how.script));
  }),
);

const takeBack = fc.record({ where: anywhere, script: anyScript }).map((how) =>
  event('takeBack', how, async (story) => {
    expectHonest(story, await story.takeBack(how.where, how.script));
  }),
);

const unlink = fc.record({ where: anywhere, script: anyScript }).map((how) =>
  event('unlink', how, async (story) => {
    const mayArrive = story.tenant.awaits('unlink');
    expectHonestUnlink(story, await story.unlink(how.where, how.script), mayArrive);
  }),
);

const edit = anyEdit.map((how) =>
  event('edit', how, (story) => {
    story.edit(...how);

    return Promise.resolve();
  }),
);

const absorbedEdit = anyEdit.map((how) =>
  event('edit of the absorbed account', how, (story) => {
    story.editAbsorbed(...how);

    return Promise.resolve();
  }),
);

const block = fc.constantFrom('kept', 'absorbed').map((which) =>
  event('block', which, (story) => {
    story.block(which);

    return Promise.resolve();
  }),
);

/** A second, past a lease, past whatever lags behind, past a proof. */
const wait = fc
  .constantFrom(1000, 61_000, 61_000, 200_000, 420_000, 39_600_000)
  .map((milliseconds) =>
    event('wait', milliseconds, (story) => {
      story.tenant.advance(milliseconds);

      return Promise.resolve();
    }),
  );

describe('a link, and its unlink, whatever happens to them', () => {
  it(
    'REL-12: keeps I1 to I5 and I7 to I9 after each event',
    async () => {
      const events = fc.commands([visit, goOn, takeBack, unlink, edit, absorbedEdit, block, wait], {
        maxCommands: 12,
      });

      await fc.assert(
        fc.asyncProperty(
          fc.oneof(anyMerge, anyMerge, anyBeginning),
          link,
          events,
          async (beginning, first, others) => {
            const story = new Story(beginning);
            await first.run({}, story);
            await fc.asyncModelRun(() => ({ model: {}, real: story }), others);
          },
        ),
        fuzzed(4000),
      );
    },
    fuzzTimeoutMs,
  );
});
