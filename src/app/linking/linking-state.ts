import type { FailureCode } from '../identity/failure';
import type { Journal } from '../identity/link/journal';
import {
  planLink,
  type LinkChoices,
  type LinkPlan,
  type LinkProposal,
} from '../identity/link/link-plan';
import type { LinkReceipt } from '../identity/link/receipt';
import type { LinkPhase } from '../saga/link-result';

/** Where a link stands; the page shows each of these as its own `data-phase`. */
export type LinkingProgress =
  | { readonly phase: 'idle' }
  | { readonly phase: 'signingIn' }
  | { readonly phase: 'signInUnknown' }
  | { readonly phase: 'reading' }
  | Reviewing
  | { readonly phase: LinkPhase; readonly review?: Reviewing }
  | {
      readonly phase: 'unknown';
      readonly code: FailureCode;
      /** When the account was last asked, in milliseconds since 1970. */
      readonly checkedAt: number;
      readonly link: UnknownLink;
    }
  | { readonly phase: 'done'; readonly receipt: LinkReceipt }
  | { readonly phase: 'failed'; readonly code: FailureCode };

/** What nobody knows about: a link that left no trace, or one that the account has on record. */
export type UnknownLink =
  { readonly kind: 'unrecorded'; readonly review: Reviewing } | RecordedLink;

export interface RecordedLink {
  readonly kind: 'recorded';
  readonly journal: Journal;
  /** What was agreed to, if it was on this page. */
  readonly review?: Reviewing;
}

/** What is proposed, what has been chosen so far, and what would come of it. */
export interface Reviewing {
  readonly phase: 'reviewing';
  readonly proposal: LinkProposal;
  readonly choices: LinkChoices;
  readonly plan: LinkPlan;
  /** Whether an account has changed since it was shown, so that it is shown again. */
  readonly isRevised: boolean;
}

export interface LinkingState {
  readonly progress: LinkingProgress;
}

export const initialLinkingState: LinkingState = { progress: { phase: 'idle' } };

export const restarted = (): LinkingState => initialLinkingState;
export const windowOpened = (): LinkingState => ({ progress: { phase: 'signingIn' } });
export const windowLookedClosed = (): LinkingState => ({ progress: { phase: 'signInUnknown' } });
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
export const busyWith = (phase: LinkPhase, review?: Reviewing): LinkingState => ({
  progress: { phase, ...(review && { review }) },
});
export const stoodStill = (code: FailureCode, link: UnknownLink): LinkingState => ({
  progress: { phase: 'unknown', code, checkedAt: Date.now(), link },
});
export const linked = (receipt: LinkReceipt): LinkingState => ({
  progress: { phase: 'done', receipt },
});
export const failed = (code: FailureCode): LinkingState => ({
  progress: { phase: 'failed', code },
});
