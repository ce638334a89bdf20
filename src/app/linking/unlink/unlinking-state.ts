import type { FailureCode } from '../../identity/failure';
import type { UnlinkPlan } from '../../identity/link/unlink-plan';

/** Where an unlink stands. */
export type UnlinkingProgress =
  | { readonly phase: 'idle' }
  | { readonly phase: 'reviewing'; readonly plan: UnlinkPlan }
  | { readonly phase: 'sending'; readonly plan: UnlinkPlan }
  | {
      readonly phase: 'unknown';
      readonly plan: UnlinkPlan;
      readonly code: FailureCode;
      /** When the account was last asked, in milliseconds since 1970. */
      readonly checkedAtMs: number;
    }
  | { readonly phase: 'failed'; readonly plan: UnlinkPlan; readonly code: FailureCode }
  | { readonly phase: 'done'; readonly plan: UnlinkPlan };

export interface UnlinkingState {
  readonly progress: UnlinkingProgress;
}

export const initialUnlinkingState: UnlinkingState = { progress: { phase: 'idle' } };

export const dismissed = (): UnlinkingState => ({ progress: { phase: 'idle' } });
export const planned = (plan: UnlinkPlan): UnlinkingState => ({
  progress: { phase: 'reviewing', plan },
});
export const confirmed = (plan: UnlinkPlan): UnlinkingState => ({
  progress: { phase: 'sending', plan },
});
export const unlinked = (plan: UnlinkPlan): UnlinkingState => ({
  progress: { phase: 'done', plan },
});
export const leftUnknown = (
  plan: UnlinkPlan,
  code: FailureCode,
  checkedAtMs: number,
): UnlinkingState => ({
  progress: { phase: 'unknown', plan, code, checkedAtMs },
});
export const failed = (plan: UnlinkPlan, code: FailureCode): UnlinkingState => ({
  progress: { phase: 'failed', plan, code },
});
