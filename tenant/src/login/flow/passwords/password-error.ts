import { OAuthError } from '../../../protocol/errors.ts';
import { passwordRefusal } from './check-password.ts';

/** Makes the error of a refused password. A wrong one has another code at each endpoint (contract §3.3, §4.4). */
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
