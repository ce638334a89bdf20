import type { FailureCode } from '../failure';

/** Where "Confirm it's you" stands. */
export type Confirmation =
  | { readonly status: 'none' }
  | { readonly status: 'windowOpen' }
  | { readonly status: 'windowUnseen' }
  | { readonly status: 'failed'; readonly code: FailureCode };
