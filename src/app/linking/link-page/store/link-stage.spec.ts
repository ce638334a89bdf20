import { ada, googleAda } from '../../testing/ada';
import { proposal } from '../../testing/proposed-link';
import { accountsOf, stageOf } from './link-stage';
import {
  busyWith,
  failed,
  initialLinkingState,
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
