import { json, type Reply } from '../protocol/reply.ts';

/**
 * A refusal of the sign-up in both shapes: the one that the SDKs read, and the documented one. Nobody
 * has recorded which of them Auth0 sends (contract §5).
 */
export function signupRefusal(code: string, description: string): Reply {
  return json(400, {
    name: code === 'invalid_password' ? 'PasswordStrengthError' : 'BadRequestError',
    code,
    description,
    statusCode: 400,
    error: code,
    error_description: description,
  });
}
