import { sendPasswordLink } from '../login/flow/passwords/mail-tickets.ts';
import { signUp as create, type SignUpRefusal } from '../login/flow/passwords/sign-up.ts';
import { OAuthError } from '../protocol/errors.ts';
import { bodyFields, json, type Reply, text, textField } from '../protocol/http.ts';
import { defined, isObject, type JsonObject } from '../protocol/json.ts';
import { isEmailAddress } from '../state/people/attribute-limits.ts';
import type { Exchange, TenantState } from '../state/tenant-state.ts';

const longestMetadata = 500;
const mostMetadata = 10;

/** Answers `POST /dbconnections/signup`: makes an account of a database, without signing in (contract §5). */
export function signup(exchange: Exchange): Reply {
  const { request, state } = exchange;
  const fields = bodyFields(request);
  const client = state.config.clients.get(textField(fields, 'client_id') ?? '');
  const email = textField(fields, 'email')?.trim().toLowerCase() ?? '';
  const password = textField(fields, 'password');
  const name = textField(fields, 'connection');
  const connection = client && state.connectionOf(client, { name, method: 'password' });
  if (connection === undefined) return refusal('invalid_signup', state);
  if (!isEmailAddress(email)) return signupRefusal('invalid_signup', 'email is required');
  if (password === undefined) return signupRefusal('invalid_password', 'password is required');
  const metadata = fields['user_metadata'];
  if (metadata !== undefined && !isSmall(metadata)) {
    return signupRefusal('invalid_signup', 'user_metadata has ten short texts at most');
  }
  const profile = { ...profileOf(fields), email };
  const asked = { connection, profile, password };
  const created = create(isObject(metadata) ? { ...asked, metadata } : asked, exchange);
  if (typeof created === 'string') return refusal(created, state);

  return json(200, {
    _id: String(created.identity.user_id),
    email,
    email_verified: false,
    ...defined({ username: profile.username, phone_number: profile.phone_number }),
  });
}

function profileOf(fields: JsonObject): Readonly<Partial<Record<ProfileField, string>>> {
  return Object.fromEntries(
    profileFields.flatMap((name) => {
      const value = textField(fields, name);

      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

const profileFields = [
  'username',
  'phone_number',
  'name',
  'given_name',
  'family_name',
  'nickname',
  'picture',
] as const;

type ProfileField = (typeof profileFields)[number];

function isSmall(metadata: unknown): boolean {
  if (!isObject(metadata)) return false;
  const values = Object.values(metadata);

  return (
    values.length <= mostMetadata &&
    values.every((value) => typeof value === 'string' && value.length <= longestMetadata)
  );
}

/** What the SDKs are told, with Auth0's code where it is another. */
const refusals: Readonly<Record<SignUpRefusal, readonly [description: string, code?: string]>> = {
  invalid_signup: ['Invalid sign up'],
  too_long: ['Invalid sign up', 'invalid_signup'],
  user_exists: ['The user already exists.'],
  username_exists: ['The username provided is in use already.'],
  invalid_password: ['Password is too weak'],
  password_dictionary_error: ['Password is too common'],
  password_no_user_info_error: ['Password contains user information'],
};

function refusal(refused: SignUpRefusal, { config: { settings } }: TenantState): Reply {
  // A tenant may be set not to tell who has an account.
  const isHidden = refused === 'user_exists' && !settings.tellsThatUserExists;
  const [description, code = refused] = refusals[isHidden ? 'too_long' : refused];

  return signupRefusal(code, description);
}

/**
 * A refusal of the sign-up in both shapes: the one that the SDKs read, and the documented one. Nobody
 * has recorded which of them Auth0 sends (contract §5).
 */
function signupRefusal(code: string, description: string): Reply {
  return json(400, {
    name: code === 'invalid_password' ? 'PasswordStrengthError' : 'BadRequestError',
    code,
    description,
    statusCode: 400,
    error: code,
    error_description: description,
  });
}

/**
 * Answers `POST /dbconnections/change_password`: sends a link that sets a new password. The answer is the
 * same for an address nobody has, so it tells nothing (contract §5).
 */
export function changePassword(exchange: Exchange): Reply {
  const { request, state } = exchange;
  const fields = bodyFields(request);
  const client = state.config.clients.get(textField(fields, 'client_id') ?? '');
  const email = textField(fields, 'email');
  const connection = textField(fields, 'connection');
  if (client === undefined || email === undefined || connection === undefined) {
    throw new OAuthError(400, 'invalid_request', 'client_id, email and connection are required');
  }
  if (state.connectionOf(client, { name: connection, method: 'password' }) === undefined) {
    throw new OAuthError(400, 'invalid_request', 'Connection does not exist');
  }
  sendPasswordLink(connection, email, exchange);

  return text(200, "We've just sent you an email to reset your password.");
}
