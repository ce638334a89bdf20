import type { IdTokenDefect } from './sign-in/id-token';
import type { SecondAccountRefusal } from './sign-in/second-account';

/** Why a code or a link in a message did not lead to a sign-in. */
export type MessageFailure =
  | 'bad-address'
  | 'message-not-sent'
  | 'too-many-messages'
  | 'wrong-code'
  | 'code-expired'
  | 'too-many-tries'
  | 'embedded-blocked';

/** Why a sign-in in the middle of a link yielded nothing that can be used. */
export type SignInFailure =
  | 'popup-blocked'
  | 'timed-out'
  | 'denied'
  | 'sign-in-failed'
  | 'unreachable'
  | 'wrong-person'
  | 'no-storage'
  | MessageFailure
  | IdTokenDefect;

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

/** Why a link is not finished, or did not begin, although the tenant can be asked. */
export type LinkFailure =
  | 'settings-refused'
  | 'other-link'
  | 'other-tab'
  | 'other-account'
  | 'busy-elsewhere'
  | 'too-early'
  | 'unfinished-link'
  | 'joined-another'
  | 'undone';

/** Why settings that are set aside are not put back. */
export type PutBackFailure = 'other-settings';

/** Everything that can go wrong on the way to a link or an unlink, each with its own words on the screen. */
export type FailureCode =
  SignInFailure | SecondAccountRefusal | TenantFailure | LinkFailure | PutBackFailure;

const windowFailures: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'popup-blocked',
  'timed-out',
  'embedded-blocked',
]);

/** Whether the way of signing in failed and not the sign-in, so that the full page may do better. */
export const isWindowFailure = (code: FailureCode): boolean => windowFailures.has(code);
