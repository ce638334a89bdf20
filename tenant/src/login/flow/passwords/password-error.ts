import { OAuthError } from '../../../protocol/errors.ts';
import { passwordRefusal } from './check-password.ts';

/** The refusal of a password; a wrong one has another name in each place (contract §3.3, §4.4). */
export function passwordError(
  refusal: keyof typeof passwordRefusal,
  wrong: 'invalid_grant' | 'access_denied',
): OAuthError {
  switch (refusal) {
    case 'wrong':
      return new OAuthError(403, wrong, passwordRefusal.wrong);
    case 'tooMany':
      return new OAuthError(429, 'too_many_attempts', passwordRefusal.tooMany);
    case 'leaked':
      return new OAuthError(401, 'password_leaked', passwordRefusal.leaked);
  }
}
