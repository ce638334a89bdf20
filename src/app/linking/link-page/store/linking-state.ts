import type { Account } from '../../../identity/account';
import type { Connection } from '../../../identity/connection';
import { isOfConnection, isPassing, type FailureCode } from '../../../identity/failure';
import type { Journal } from '../../../identity/link/journal';
import {
  planLink,
  proposedAgain,
  type LinkChoices,
  type LinkPlan,
  type LinkProposal,
} from '../../../identity/link/link-plan';
import type { LinkReceipt } from '../../../identity/link/receipt';
import type { RunningLink, UnfinishedLink } from '../../../identity/link/unfinished-link';
import type { MessageEntry } from '../../../identity/sign-in/message-entry';
import type { LinkPhase } from '../../../saga/link/link-result';
import type { ChoicesMade } from '../../../session/storage/kept-choices';
import type { EndedLink } from '../../store/observed-link';

/** How much earlier than it does a second sign-in counts as expired, in milliseconds. */
const margin = 60_000;

/** Where a link stands; the page shows each of these as its own `data-phase`. */
export type LinkingProgress =
  | { readonly phase: 'idle' }
  | SigningIn
  | { readonly phase: 'signInUnknown' }
  | { readonly phase: 'reading' }
  | Reviewing
  | { readonly phase: LinkPhase; readonly review?: Reviewing }
  | {
      readonly phase: 'unknown';
      readonly code: FailureCode;
      /** When the account was last asked, in milliseconds since 1970. */
      readonly checkedAt: number;
      /** Whether it is being asked once more. */
      readonly isChecking?: true;
      readonly link: UnknownLink;
    }
  | { readonly phase: 'done'; readonly receipt: LinkReceipt }
  | { readonly phase: 'failed'; readonly code: FailureCode; readonly kept?: Kept };

/** What outlives a failure: a review that was agreed to, or the sign-in alone, whose account could not be read. */
export type Kept =
  { readonly kind: 'review'; readonly review: Reviewing } | { readonly kind: 'signIn' };

/** What nobody knows about: a link that left no trace, or one that the account has on record. */
export type UnknownLink =
  { readonly kind: 'unrecorded'; readonly review: Reviewing } | RecordedLink;

export interface RecordedLink {
  readonly kind: 'recorded';
  readonly journal: Journal;
  /** What was agreed to, if it was on this page. */
  readonly review?: Reviewing;
  /** Nobody has seen the journal in the account: the write of it may never have arrived. */
  readonly isUnseen?: true;
}

/** A window is waited for, or something is to be typed into the page. */
export interface SigningIn {
  readonly phase: 'signingIn';
  readonly message?: MessageEntry;
}

/** Where somebody is to sign in, and what they insist on. */
export interface SignInRequest {
  readonly connection: Connection;
  readonly way?: 'window' | 'fullPage';
}

/** A link that was agreed to and has left no trace, why that is, and whether the connection has come back since. */
export interface NeverBegun {
  readonly code: FailureCode;
  readonly isBackOnline: boolean;
  readonly review: Reviewing;
}

/** An unfinished link whose other account has been proven again, or has not stopped being proven. */
export interface ToContinue {
  readonly primary: Account;
  readonly journal: Journal;
  readonly review?: Reviewing;
  readonly isUnseen?: true;
}

/** A link on its way: one that was agreed to on this page, or one that was begun elsewhere. */
export type LinkUnderway =
  | { readonly kind: 'reviewed'; readonly review: Reviewing }
  | { readonly kind: 'continued'; readonly journal: Journal; readonly kept: Account };

/** What is proposed, what has been chosen so far, and what would come of it. */
export interface Reviewing {
  readonly phase: 'reviewing';
  readonly proposal: LinkProposal;
  readonly choices: LinkChoices;
  readonly plan: LinkPlan;
  /** Whether an account has changed since it was shown, so that it is shown again. */
  readonly isRevised: boolean;
  /** Whether the person has agreed to this direction before, and comes back to it after a failure. */
  readonly wasAgreed?: boolean;
  /** Why the portal refuses what was agreed to, in its own words. */
  readonly refusal?: string | undefined;
}

export interface LinkingState {
  readonly progress: LinkingProgress;
  /** The `user_id` of the second account for which choices were made before this page was loaded, if there are any. */
  readonly keptFor?: string | undefined;
}

export const initialLinkingState: LinkingState = {
  progress: { phase: 'idle' },
  keptFor: undefined,
};

export const restarted = (): LinkingState => ({ progress: { phase: 'idle' } });
export const windowAwaited = (): LinkingState => ({ progress: { phase: 'signingIn' } });
export const messageIs = (message: MessageEntry): LinkingState => ({
  progress: { phase: 'signingIn', message },
});
export const windowLookedClosed = (): LinkingState => ({ progress: { phase: 'signInUnknown' } });
/** They have done their part, though the tenant may still be asked who they are. */
export const secondSignedIn = (): LinkingState => ({ progress: { phase: 'reading' } });
export const proposed = (
  proposal: LinkProposal,
  choices: LinkChoices,
  isRevised = false,
): LinkingState => ({
  progress: {
    phase: 'reviewing',
    proposal,
    choices,
    plan: planLink(proposal, choices),
    isRevised,
  },
});
/** Takes up what was chosen before the page was left, and shows it if its review is here already. */
export const restored = (
  review: LinkingProgress,
  made: ChoicesMade | undefined,
): Partial<LinkingState> => ({
  keptFor: made?.subject,
  ...(review.phase === 'reviewing' &&
    review.proposal.second.userId === made?.subject &&
    proposed(review.proposal, made.choices, review.isRevised)),
});
export const busyWith = (phase: LinkPhase, link: LinkUnderway): LinkingState => ({
  progress: { phase, ...(link.kind === 'reviewed' && { review: link.review }) },
});
const stoodStill = (code: FailureCode, link: UnknownLink): LinkingState => ({
  progress: { phase: 'unknown', code, checkedAt: Date.now(), link },
});
/** Where a link stands still, the account is asked once more. */
export const checkedOnceMore = (progress: LinkingProgress): Partial<LinkingState> =>
  progress.phase === 'unknown' ? { progress: { ...progress, isChecking: true } } : {};
/** The connection is back, and an account on which a link stands still is asked of which nobody knows that it began. */
export const backOnline = (progress: LinkingProgress): Partial<LinkingState> =>
  progress.phase === 'unknown' && progress.link.kind === 'recorded' && progress.link.isUnseen
    ? checkedOnceMore(progress)
    : {};
/** The account has the journal of a link that stands still: from now on it means something when that is gone. */
export const journalSeen = (progress: LinkingProgress): Partial<LinkingState> => {
  if (progress.phase !== 'unknown' || progress.link.kind !== 'recorded') return {};
  const { isUnseen, ...link } = progress.link;

  return isUnseen ? { progress: { ...progress, link } } : {};
};
/**
 * The link that was agreed to has never begun, so nothing has changed. Who has come back online since goes on; anybody
 * else is told why.
 */
export const neverBegun = ({ code, isBackOnline, review }: NeverBegun): LinkingState =>
  isBackOnline && isOfConnection(code)
    ? reviewedAgain(review)
    : failed(code, { kind: 'review', review });
export const linked = (receipt: LinkReceipt): LinkingState => ({
  progress: { phase: 'done', receipt },
});
export const failed = (code: FailureCode, kept?: Kept): LinkingState => ({
  progress: { phase: 'failed', code, ...(kept && { kept }) },
});
/** The review that was agreed to, with everything as it was. `refusal`: why the portal will not have it. */
export const reviewedAgain = (review: Reviewing, refusal?: string): LinkingState => ({
  progress: { ...review, wasAgreed: true, refusal },
});
/** What has been chosen since, in a review that may have been agreed to once. */
export const chosen = (review: Reviewing, choices: LinkChoices): LinkingState => {
  const { progress } = proposed(review.proposal, choices, review.isRevised);

  return {
    progress:
      review.wasAgreed && progress.phase === 'reviewing'
        ? { ...progress, wasAgreed: true }
        : progress,
  };
};

/** What is shown of how a link has ended, or of where it stands still; `now` by the tenant's clock. */
export function endedAs(
  link: LinkUnderway,
  { result, receipt }: EndedLink,
  now: number,
): Partial<LinkingState> {
  const review = link.kind === 'reviewed' ? link.review : undefined;
  switch (result.kind) {
    case 'done':
      return receipt ? linked(receipt) : {};
    case 'changed': {
      if (review === undefined) return {};
      const { plan, proposal, choices } = review;
      const again = proposedAgain(proposal, { ...result, direction: plan.direction }, now);

      return proposed(again, choices, true);
    }
    case 'notDone':
      return failed(result.code, review && keptAfter(result.code, review));
    case 'open':
      return stoodStill(result.code, {
        kind: 'recorded',
        journal: result.journal,
        ...(review && { review }),
        ...(result.isUnseen && { isUnseen: true }),
      });
    case 'unknown':
      return stoodStill(
        result.code,
        link.kind === 'reviewed'
          ? { kind: 'unrecorded', review: link.review }
          : { kind: 'recorded', journal: link.journal },
      );
  }
}

/** Settings that were refused together can be chosen anew; what passes by itself is tried again as it is. */
const keptAfter = (code: FailureCode, review: Reviewing): Kept | undefined =>
  isPassing(code) || code === 'settings-refused' ? { kind: 'review', review } : undefined;

/** A link that goes on, by what was agreed to on this page if that is known. */
export const underway = ({ journal, primary, review }: ToContinue): LinkUnderway =>
  review ? { kind: 'reviewed', review } : { kind: 'continued', journal, kept: primary };

/** A link that stood still, and goes on in the account that it was begun in. */
export const underwayAgain = (link: UnknownLink, primary: Account): LinkUnderway =>
  link.kind === 'recorded'
    ? underway({ ...link, primary })
    : { kind: 'reviewed', review: link.review };

/** The two accounts of a link. */
export function namedIn(link: LinkUnderway): RunningLink {
  if (link.kind === 'continued') {
    const { subject, connection } = link.journal;

    return { userId: link.kept.userId, subject, connection };
  }
  const { first, second, connection } = link.review.proposal;

  return { userId: first.userId, subject: second.userId, connection: connection.name };
}

/** The link that this page was asked to continue, once nobody else is at work on it. */
export function freeAgain(
  progress: LinkingProgress,
  shown: UnfinishedLink,
): Pick<ToContinue, 'journal' | 'review'> | undefined {
  if (progress.phase !== 'unknown' || progress.code !== 'busy-elsewhere') return undefined;
  if (shown.status !== 'open' || shown.busyUntilMs !== undefined) return undefined;
  const { review } = progress.link;

  return { journal: shown.journal, ...(review && { review }) };
}

/** When the second sign-in stops proving anything, by this device's clock; a little early, to be on time. */
export const proofEnds = (
  progress: LinkingProgress,
  onThisDevice: (time: number) => number,
): number | undefined =>
  progress.phase === 'reviewing'
    ? onThisDevice(progress.proposal.proofExpiresAtMs - margin)
    : undefined;

/** What the page shows: the person confirms that it is them before they begin, and before they send. */
export function phaseOf(
  progress: LinkingProgress,
  mustConfirm: boolean,
): LinkingProgress['phase'] | 'confirmingPrimary' {
  const asksFirst =
    progress.phase === 'idle' ||
    progress.phase === 'reviewing' ||
    (progress.phase === 'unknown' && progress.code === 'signed-out');

  return asksFirst && mustConfirm ? 'confirmingPrimary' : progress.phase;
}
