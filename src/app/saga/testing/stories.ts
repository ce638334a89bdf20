import fc from 'fast-check';

import type { Json, Settings } from '../../identity/json';
import { anyJson } from '../../identity/testing/settings';
import type { Fault, Script, Turn } from './browser';
import { Story, usualProofMs, type Beginning, type Where } from './story';

const key = fc.constantFrom('theme', 'locale', 'tags', 'roles', 'notes');
const value: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>('dark', 'light', 1, false, { deep: ['a'] }),
  fc.subarray<Json>(['a', 'b', 'c', { d: 1 }]),
  anyJson.filter((json) => json !== null),
);

/** A text so long that the kept account has no room for a copy of what is written. */
const filler: fc.Arbitrary<readonly [string, Json][]> = fc.constantFrom(
  ...[0, 0, 0, 0, 0, 3600, 3900, 4000].map((length): readonly [string, Json][] =>
    length === 0 ? [] : [['filler', 'x'.repeat(length)]],
  ),
);

const archive = fc.option(
  fc.constantFrom<Json>(
    { 'github|7': { theme: 'old' } },
    { 'google-oauth2|115': { notes: 'from before', theme: 'old' } },
    { 'auth0|ada': { tags: [] }, note: 'of somebody else' },
  ),
  { nil: undefined, freq: 4 },
);

/** What an account may remember: nothing, little, or all that it can. */
const remembered = (subject: string): fc.Arbitrary<readonly (readonly [string, Json])[]> =>
  fc.constantFrom(0, 0, 1, 20).map((count) => {
    const entries = Array.from({ length: count }, (_, at): Json => {
      return ['link', 1_700_000_000 + at * 1000, `${subject}|${at}`, subject, 'ada@example.com'];
    });

    return count === 0 ? [] : [['linked_history', entries] as const];
  });

const settingsOf = (subject: string): fc.Arbitrary<Settings> =>
  fc
    .tuple(fc.array(fc.tuple(key, value), { maxLength: 5 }), archive, remembered(subject))
    .map(
      ([entries, set, history]) =>
        new Map([
          ...entries,
          ...(set === undefined ? [] : [['linked_archive', set] as const]),
          ...history,
        ]),
    );

const decisions = fc
  .array(fc.tuple(key, fc.constantFrom('mine', 'theirs', 'both')), { maxLength: 4 })
  .map((entries) => new Map(entries));

/** How long a proof is good, in milliseconds: hardly at all, for a while, as the tenant has it by default. */
export const anyProof = fc.constantFrom(5000, 90_000, usualProofMs);

/** How a link begins that is not blocked. */
export const anyBeginning: fc.Arbitrary<Beginning> = fc
  .record({
    first: settingsOf('mine'),
    second: fc
      .tuple(settingsOf('theirs'), filler)
      .map(([some, long]): Settings => new Map<string, Json>([...some, ...long])),
    decisions,
    direction: fc.constantFrom('keepFirst', 'keepSecond'),
    proofLastsMs: anyProof,
    isTold: fc.boolean(),
  })
  .filter((beginning) => new Story(beginning).plan.blockers.length === 0);

/** How a link begins that has something to merge, so that there is a journal. */
export const anyMerge = anyBeginning.filter(
  (beginning) => new Story(beginning).plan.merge.changes.size > 0,
);

/** What goes wrong with a request; an answer that never comes is what a saga is for. */
const fault: fc.Arbitrary<Fault> = fc.oneof(
  {
    arbitrary: fc.constantFrom<Fault>(
      { kind: 'lost' },
      { kind: 'answerLost' },
      { kind: 'offline' },
      { kind: 'badAnswer' },
      { kind: 'serverError', applied: false },
      { kind: 'serverError', applied: true },
    ),
    weight: 3,
  },
  {
    arbitrary: fc
      .constantFrom('rejected', 'signed-out', 'forbidden', 'conflict', 'busy')
      .map((code): Fault => ({ kind: 'status', code })),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      kind: fc.constantFrom('late', 'late', 'gateway'),
      steps: fc.nat({ max: 25 }),
    }),
    weight: 3,
  },
);

export const anyEdit: fc.Arbitrary<readonly [string, Json]> = fc.tuple(
  fc.constantFrom('theme', 'locale', 'tags', 'other'),
  fc.constantFrom<Json>('edited', null, ['a'], { edited: true }),
);

const calm: Turn = { fault: { kind: 'none' } };
const turn: fc.Arbitrary<Turn> = fc.oneof(
  { arbitrary: fc.constant(calm), weight: 3 },
  { arbitrary: fault.map((one): Turn => ({ fault: one })), weight: 2 },
  { arbitrary: anyEdit.map((edit): Turn => ({ ...calm, edit })), weight: 1 },
  { arbitrary: anyEdit.map((absorbedEdit): Turn => ({ ...calm, absorbedEdit })), weight: 1 },
);

/** Nothing goes wrong, or one thing, or many. */
const turns: fc.Arbitrary<readonly Turn[]> = fc.oneof(
  fc.constant([]),
  fc
    .tuple(fc.nat({ max: 4 }), turn)
    .map(([calmOnes, one]) => [...Array<Turn>(calmOnes).fill(calm), one]),
  fc.array(turn, { maxLength: 8 }),
);

/** What happens to a page: to some of its requests, and whether it ends before it is done. */
export const anyScript: fc.Arbitrary<Script> = fc.oneof(
  fc.record({ turns }),
  fc.record({ turns }),
  fc.record({ turns, crashAt: fc.nat({ max: 14 }) }),
);

/** What happens to a page while nobody else edits anything. */
export const anyLonelyScript: fc.Arbitrary<Script> = anyScript.map((script) => ({
  ...script,
  turns: script.turns.map(({ fault: one }) => ({ fault: one })),
}));

export const anywhere = fc.constantFrom<Where>('laptop', 'phone');
