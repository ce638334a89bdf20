import type { FailureCode, TenantFailure } from '../identity/failure';
import type { LinkPlan } from '../identity/link-plan';
import type { LinkReceipt } from '../identity/receipt';

/** Where a link stands; the page shows each of these as its own `data-phase`. */
export type LinkingProgress =
  | { readonly phase: 'idle' }
  | { readonly phase: 'signingIn' }
  | { readonly phase: 'signInUnknown' }
  | { readonly phase: 'reading' }
  | { readonly phase: 'reviewing'; readonly plan: LinkPlan }
  | { readonly phase: 'sending'; readonly plan: LinkPlan }
  | {
      readonly phase: 'unknown';
      readonly plan: LinkPlan;
      readonly code: TenantFailure;
      /** When the account was last asked, in milliseconds since 1970. */
      readonly checkedAt: number;
    }
  | { readonly phase: 'done'; readonly receipt: LinkReceipt }
  | { readonly phase: 'failed'; readonly code: FailureCode };

export interface LinkingState {
  readonly progress: LinkingProgress;
}

export const initialLinkingState: LinkingState = { progress: { phase: 'idle' } };

export const restarted = (): LinkingState => initialLinkingState;
export const windowOpened = (): LinkingState => ({ progress: { phase: 'signingIn' } });
export const windowLookedClosed = (): LinkingState => ({ progress: { phase: 'signInUnknown' } });
export const secondSignedIn = (): LinkingState => ({ progress: { phase: 'reading' } });
export const planned = (plan: LinkPlan): LinkingState => ({
  progress: { phase: 'reviewing', plan },
});
export const confirmed = (plan: LinkPlan): LinkingState => ({
  progress: { phase: 'sending', plan },
});
export const leftUnknown = (
  plan: LinkPlan,
  code: TenantFailure,
  checkedAt: number,
): LinkingState => ({
  progress: { phase: 'unknown', plan, code, checkedAt },
});
export const linked = (receipt: LinkReceipt): LinkingState => ({
  progress: { phase: 'done', receipt },
});
export const failed = (code: FailureCode): LinkingState => ({
  progress: { phase: 'failed', code },
});
