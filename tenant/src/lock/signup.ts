import { signUp as create, type SignUpRefusal } from '../login/flow/passwords/sign-up.ts';
import { defined, isObject, type JsonObject } from '../protocol/json.ts';
import { json, type Reply } from '../protocol/reply.ts';
import { bodyFields, textField } from '../protocol/request.ts';
import { signInMethod } from '../state/config/connection.ts';
import type { Exchange } from '../state/exchange.ts';
import { isEmailAddress } from '../state/people/attribute-limits.ts';
import type { TenantState } from '../state/tenant-state.ts';
import { signupRefusal } from './signup-refusal.ts';

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
  const connection = client && state.connectionsOf(client).find((other) => other.name === name);
  if (connection === undefined || signInMethod(connection) !== 'password') {
    return refusal('invalid_signup', state);
  }
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

function refusal(code: SignUpRefusal, { config: { settings } }: TenantState): Reply {
  switch (code) {
    case 'invalid_signup':
    case 'too_long':
      return signupRefusal('invalid_signup', 'Invalid sign up');
    case 'user_exists':
      // A tenant may be set not to tell who has an account.
      return settings.tellsThatUserExists
        ? signupRefusal(code, 'The user already exists.')
        : signupRefusal('invalid_signup', 'Invalid sign up');
    case 'username_exists':
      return signupRefusal(code, 'The username provided is in use already.');
    case 'invalid_password':
      return signupRefusal(code, 'Password is too weak');
    case 'password_dictionary_error':
      return signupRefusal(code, 'Password is too common');
    case 'password_no_user_info_error':
      return signupRefusal(code, 'Password contains user information');
  }
}
