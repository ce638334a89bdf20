import type { SecondAccountRefusal } from './second-account';

/** Why a second sign-in yielded no account. */
export type SignInFailure =
  'popup-blocked' | 'popup-closed' | 'timed-out' | 'denied' | 'sign-in-failed' | 'unreachable';

/** Why the tenant did not do what it was asked, or could not be asked. */
export type TenantFailure =
  | 'signed-out'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'rejected'
  | 'busy'
  | 'tenant-error'
  | 'unreadable'
  | 'unreachable'
  | 'offline';

/** Everything that can go wrong on the way to a link or an unlink, each with its own words on the screen. */
export type FailureCode = SignInFailure | SecondAccountRefusal | TenantFailure;
