import { holdsSubject, type Account } from '../../identity/account';
import type { FailureCode } from '../../identity/failure';
import type { Journal } from '../../identity/link/journal';
import type { LinkRemarks } from '../../identity/link/receipt';

/** How a link has ended, as far as it is known. */
export type LinkResult =
  | {
      readonly kind: 'done';
      readonly remarks: LinkRemarks;
      /** Whether the account's journal is gone; a later visit removes one that is left. */
      readonly journal: 'closed' | 'left';
      /** What its record in the account, and the portal, knows it by; a link without a record has none. */
      readonly id?: string;
    }
  /** Nothing has changed, or everything is as it was. */
  | { readonly kind: 'notDone'; readonly code: FailureCode }
  /** An account is not what it was when the person agreed; nothing has been written. */
  | { readonly kind: 'changed'; readonly kept: Account; readonly absorbed: Account }
  /** The link is not finished, and its journal is in the account: it can be continued or undone. */
  | {
      readonly kind: 'open';
      readonly code: FailureCode;
      readonly journal: Journal;
      /** Nobody has seen the journal in the account: the write of it has no answer, and may never have arrived. */
      readonly isUnseen?: true;
    }
  /** The link was sent without a journal, and nobody knows yet whether it arrived. */
  | { readonly kind: 'unknown'; readonly code: FailureCode };

/** A link that has happened. */
export type DoneLink = Extract<LinkResult, { kind: 'done' }>;

/** Remarks of a link during which nobody else changed a setting. */
export const noRemarks: LinkRemarks = { setAside: [], lost: [] };

/** The link is there, and nothing is left to do or to say. */
export const plainlyDone: DoneLink = { kind: 'done', remarks: noRemarks, journal: 'closed' };

/** The link is there, and so is its journal: the next visit closes it. */
export const leftOpen: DoneLink = { kind: 'done', remarks: noRemarks, journal: 'left' };

/** What a link is busy with. */
export type LinkPhase = 'preparing' | 'sending' | 'closing';

/** What a link tells while it is carried out: each phase, and at the end its result. */
export type LinkEvent =
  | { readonly kind: 'phase'; readonly phase: LinkPhase }
  | { readonly kind: 'ended'; readonly result: LinkResult };

/** Whether another browser than `by` may be busy with a link now, by its lease. */
export const isBusyElsewhere = (journal: Journal, by: string, nowMs: number): boolean =>
  journal.by !== by && nowMs < journal.leaseUntilMs;

/** Tells how a link has ended whose journal is gone, by whether the account has the method. */
export const endedElsewhere = (account: Account, { id, subject }: Journal): LinkResult =>
  holdsSubject(account, subject) ? { ...plainlyDone, id } : { kind: 'notDone', code: 'undone' };
