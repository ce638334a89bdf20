import type { FailureCode } from '../../identity/failure';
import { ManagementApiError } from '../../management-api/management-api-error';
import { SignInError } from '../../session/sign-in/sign-in-error';
import { SessionError } from '../../session/tokens/session-error';
import { RefusedSecondAccountError } from './refused-second-account-error';

const known = [ManagementApiError, SessionError, SignInError, RefusedSecondAccountError];

/** Names anything that a sign-in or a read may throw; what nobody foresaw counts as a failed sign-in. */
export function failureCodeOf(cause: unknown): FailureCode {
  for (const kind of known) {
    if (cause instanceof kind) return cause.code;
  }

  return 'sign-in-failed';
}
