import type { Connection } from '../connection';
import type { FailureCode } from '../failure';

/** Settings that are to go back, and the connection with which their account is proven. */
export interface PutBackRequest {
  /** The `user_id` of the account that has the settings set aside. */
  readonly holder: string;
  /** The `user_id` of the account that they come from, which must be the one that is proven. */
  readonly owner: string;
  readonly connection: Connection;
  /** Which of them, where it is one alone. */
  readonly key?: string;
}

/** What is being done with settings that a link has set aside, one thing at a time. */
export type SetAsideProgress =
  | { readonly status: 'none' }
  | { readonly status: 'removing' | 'using' }
  /** It is in use now, and what was used before is saved. */
  | { readonly status: 'used'; readonly key: string }
  | { readonly status: 'removed'; readonly key: string }
  /** The account that they come from is being proven in another window; or that looks closed. */
  | { readonly status: 'windowOpen'; readonly request: PutBackRequest }
  | { readonly status: 'windowUnseen'; readonly request: PutBackRequest }
  | { readonly status: 'puttingBack' }
  | ({ readonly status: 'putBack' } & PutBackEnd)
  /** Nobody knows yet whether they are gone, or back in that account; then they are still set aside as well. */
  | {
      readonly status: 'unknown';
      readonly what: 'removal' | 'use' | 'putBack';
      readonly code: FailureCode;
    }
  | {
      readonly status: 'failed';
      readonly code: FailureCode;
      /** What was asked for in a window, where the full page may do better. */
      readonly request?: PutBackRequest;
    };

/** How putting settings back has ended. */
export interface PutBackEnd {
  /** What the account has again. */
  readonly back: readonly string[];
  /** What stays set aside. */
  readonly stays: readonly string[];
  /** Whether what it has again is no longer set aside, or could not be removed from there. */
  readonly archive: 'cleared' | 'left';
}
