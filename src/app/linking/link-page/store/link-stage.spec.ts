import { linkReceipt } from '../../../identity/link/receipt';
import { ada, googleAda } from '../../testing/ada';
import { proposal } from '../../testing/proposed-link';
import { accountsOf, becomesOne, isSwapped, stageOf } from './link-stage';
import {
  busyWith,
  failed,
  initialLinkingState,
  linked,
  messageIs,
  proposed,
  secondSignedIn,
  windowAwaited,
  windowLookedClosed,
  type LinkingProgress,
  type LinkingState,
} from './linking-state';

const read = { status: 'read', account: ada, authenticatedAtMs: 0 } as const;
const reviewing = proposed(proposal, { direction: 'keepSecond', decisions: new Map() }).progress;
const stageIn = ({ progress }: LinkingState) => stageOf(progress.phase, progress);

function review(progress: LinkingProgress) {
  if (progress.phase !== 'reviewing') throw new Error('This is no review.');

  return progress;
}

const kept = { kind: 'review', review: review(reviewing) } as const;

describe('stageOf', () => {
  it.each([
    ['before anything', initialLinkingState, { heading: 'link', step: 1 }],
    ['a window', windowAwaited(), { heading: 'signIn', step: 1, tie: 'waiting' }],
    ['a window out of sight', windowLookedClosed(), { heading: 'signIn', step: 1, tie: 'waiting' }],
    ['something to type', messageIs({ status: 'busy' }), { heading: 'link', step: 1 }],
    ['an account being read', secondSignedIn(), { heading: 'signIn', step: 1, tie: 'waiting' }],
    [
      'a link on its way',
      busyWith('sending', { kind: 'reviewed', review: kept.review }),
      { heading: 'linking', step: 2, tie: 'linking' },
    ],
    [
      'a failure that keeps the review',
      failed('busy', kept),
      { heading: 'notLinked', step: 2, tie: 'apart' },
    ],
    ['any other failure', failed('conflict'), { heading: 'link' }],
  ] as const)('heads the page, and shows the accounts where they belong: %s', (_, at, stage) => {
    expect(stageIn(at)).toEqual(stage);
  });

  it('leaves a review to its own heading, and asks for a confirmation first', () => {
    expect(stageOf('reviewing', reviewing)).toEqual({});
    expect(stageOf('confirmingPrimary', reviewing)).toEqual({ heading: 'link' });
  });
});

describe('becomesOne', () => {
  const done = linked(linkReceipt(kept.review.plan, new Date(0))).progress;
  const underway = busyWith('closing', { kind: 'reviewed', review: kept.review }).progress;

  it('is so where a link that is on its way comes to its end', () => {
    expect(becomesOne(underway, done)).toBe(true);
  });

  it.each([
    ['a link that has failed', underway, failed('busy', kept).progress],
    ['the next step of a link', underway, underway],
    ['a link of which something else has told', failed('busy', kept).progress, done],
  ])('is never so before it is certain, nor where nothing is seen of it: %s', (_, before, next) => {
    expect(becomesOne(before, next)).toBe(false);
  });
});

describe('isSwapped', () => {
  it('says which account stays, as far as this page knows', () => {
    const link = { kind: 'reviewed', review: kept.review } as const;

    expect(isSwapped(busyWith('closing', link).progress)).toBe(true);
    expect(isSwapped({ phase: 'closing' })).toBe(false);
    expect(isSwapped(initialLinkingState.progress)).toBe(false);
  });
});

describe('accountsOf', () => {
  it('keeps both in their places, whichever is to stay', () => {
    const both = { first: ada, second: googleAda };

    expect(accountsOf(failed('busy', kept).progress, read)).toEqual(both);
    expect(
      accountsOf(busyWith('sending', { kind: 'reviewed', review: kept.review }).progress, read),
    ).toEqual(both);
  });

  it('knows the first one alone while the second signs in, and neither before that is read', () => {
    expect(accountsOf(windowAwaited().progress, read)).toEqual({ first: ada });
    expect(accountsOf(windowAwaited().progress, { status: 'reading' })).toEqual({});
  });
});
