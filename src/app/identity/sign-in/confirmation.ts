import type { FailureCode } from '../failure';

/** Where "Confirm it's you" stands. */
export type Confirmation =
  | { readonly status: 'none' }
  | { readonly status: 'windowOpen' }
  | { readonly status: 'windowUnseen' }
  /** The window has brought its answer; what it says is still asked. */
  | { readonly status: 'answered' }
  | { readonly status: 'failed'; readonly code: FailureCode };
