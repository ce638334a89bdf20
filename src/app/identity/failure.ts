/** What is wrong with an ID token, so that nothing in it may be believed. */
export type IdTokenDefect =
  | 'unreadable-token'
  | 'wrong-algorithm'
  | 'wrong-issuer'
  | 'wrong-audience'
  | 'wrong-nonce'
  | 'expired-token'
  | 'token-from-the-future'
  | 'no-subject';

/** Why a second account may not be used for a link, although somebody has signed in to it. */
export type SecondAccountRefusal =
  'same-account' | 'already-linked' | 'not-fresh' | 'email-unverified';

/** Why a code or a link in a message did not lead to a sign-in. */
export type MessageFailure =
  | 'bad-address'
  | 'bad-code'
  | 'message-not-sent'
  | 'too-many-messages'
  | 'wrong-code'
  | 'code-expired'
  | 'too-many-tries'
  | 'embedded-blocked';

/** Why a sign-in gave nothing that can be used. */
export type SignInFailure =
  | 'popup-blocked'
  | 'timed-out'
  | 'denied'
  | 'blocked'
  | 'page-needed'
  | 'not-set-up'
  | 'linking-not-set-up'
  | 'sign-in-failed'
  | 'answer-lost'
  | 'unreachable'
  | 'wrong-person'
  | 'no-storage'
  | 'busy'
  | 'tenant-error'
  | LeavingFailure
  | MessageFailure
  | IdTokenDefect;

/** Why the tenant did not do what it was asked, or could not be asked. `second-…` is about the second sign-in. */
export type TenantFailure =
  | 'signed-out'
  | 'second-signed-out'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'rejected'
  | 'busy'
  | 'tenant-error'
  | 'unreadable'
  | 'unreachable'
  | 'offline';

/** What has become of one of the two accounts of a link: the one the person is signed in to, or the second. */
export type AccountFailure = 'first-gone' | 'second-gone' | 'first-blocked' | 'second-blocked';

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
  | 'undone'
  | AccountFailure;

/** Why settings that are set aside are not put back, or not taken into use. */
export type PutBackFailure = 'other-settings' | 'value-changed';

/** Why nobody was sent to a sign-in, on the page or in a window, or why the page does not know who they are. */
export type LeavingFailure =
  'storage-refused' | 'storage-silent' | 'no-crypto' | 'code-missing' | 'offline' | 'not-begun';

/**
 * Why the portal's own part did not happen: before, when nothing has changed, or after a link or an unlink that is done.
 */
export type PortalFailure =
  'portal-refused' | 'portal-failed' | 'portal-silent' | 'link-not-told' | 'unlink-not-told';

/** Everything that can go wrong on the way to a link or an unlink, each with its own words on the screen. */
export type FailureCode =
  | SignInFailure
  | SecondAccountRefusal
  | TenantFailure
  | LinkFailure
  | PutBackFailure
  | PortalFailure;

/**
 * Whether a failure passes by itself and says nothing against an account or its proof, so that the same may be done again
 * with what there is.
 */
export const isPassing = (code: FailureCode): boolean => passing.has(code);

const passing: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'offline',
  'unreachable',
  'unreadable',
  'busy',
  'tenant-error',
  'other-tab',
  'busy-elsewhere',
]);

/** Whether a failure may be over as soon as the device is online again. */
export const isOfConnection = (code: FailureCode): boolean =>
  code === 'offline' || code === 'unreachable';

/** Whether another link is in the way, so that a sign-in would not help before that one has ended. */
export const isOfAnotherLink = (code: FailureCode): boolean => ofAnotherLink.has(code);

const ofAnotherLink: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'other-link',
  'other-tab',
  'busy-elsewhere',
  'too-early',
  'unfinished-link',
]);

/** Whether signing in failed because of the window or the frame, so that the full page may work. */
export const isWindowFailure = (code: FailureCode): boolean =>
  code === 'popup-blocked' ||
  code === 'timed-out' ||
  code === 'embedded-blocked' ||
  code === 'page-needed';
