import { holdsSubject, type Account } from '../../identity/account';
import type { FailureCode } from '../../identity/failure';
import type { Settings } from '../../identity/json';
import type { Journal } from '../../identity/link/journal';
import type { Closing } from '../../identity/link/journal-closing';

/** How a link ended, as far as it is known. */
export type LinkResult =
  | {
      readonly kind: 'done';
      readonly remarks: LinkRemarks;
      /** Whether the account's journal is gone; a later visit removes one that is left. */
      readonly journal: 'closed' | 'left';
    }
  /** Nothing has changed, or everything is as it was. */
  | { readonly kind: 'notDone'; readonly code: FailureCode }
  /** An account is not what it was when the person agreed; nothing has been written. */
  | { readonly kind: 'changed'; readonly kept: Account; readonly absorbed: Account }
  /** It is not finished, and the account says so: it can be continued or undone. */
  | { readonly kind: 'open'; readonly code: FailureCode; readonly journal: Journal }
  /** The link was sent without a journal, and nobody knows yet whether it arrived. */
  | { readonly kind: 'unknown'; readonly code: FailureCode };

/** What a person should know about settings that somebody else changed during the link. */
export type LinkRemarks = Pick<Closing, 'setAside' | 'lost'> & {
  /** Of what is set aside, what the absorbed account had only got since the review. */
  readonly late?: Settings;
};

export const noRemarks: LinkRemarks = { setAside: [], lost: [] };

/** The link is there, and nothing is left to do or to say. */
export const plainlyDone: LinkResult = { kind: 'done', remarks: noRemarks, journal: 'closed' };

/** The link is there, and its journal too: the next visit closes it. */
export const leftOpen: LinkResult = { kind: 'done', remarks: noRemarks, journal: 'left' };

/** What a link is busy with. */
export type LinkPhase = 'preparing' | 'sending' | 'closing';

/** A link on its way: what it is busy with, and in the end what came of it. */
export type LinkEvent =
  | { readonly kind: 'phase'; readonly phase: LinkPhase }
  | { readonly kind: 'ended'; readonly result: LinkResult };

/** Whether another browser may be busy with a link in this moment. */
export const isBusyElsewhere = (journal: Journal, by: string, nowMs: number): boolean =>
  journal.by !== by && nowMs < journal.leaseUntilMs;

/** Reads off the account how a link has ended whose journal is gone. */
export const endedElsewhere = (account: Account, { subject }: Journal): LinkResult =>
  holdsSubject(account, subject) ? plainlyDone : { kind: 'notDone', code: 'undone' };
