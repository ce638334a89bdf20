import { personal, type Personal, type PersonalKind, type TraceValue } from './personal';

/** Claims that say something about the sign-in and nothing about the person. */
const aboutTheSignIn: ReadonlySet<string> = new Set([
  'acr',
  'amr',
  'aud',
  'auth_time',
  'azp',
  'email_verified',
  'exp',
  'gty',
  'iat',
  'iss',
  'nbf',
  'org_name',
  'permissions',
  'phone_number_verified',
  'phone_verified',
  'scope',
]);

/** Claims that tie a token to one exchange; they are of no use to a reader, and of some to a thief. */
const ofTheExchange: ReadonlySet<string> = new Set([
  'nonce',
  'at_hash',
  'c_hash',
  's_hash',
  'sid',
  'jti',
]);

const kinds: Readonly<Record<string, PersonalKind>> = {
  sub: 'id',
  email: 'email',
  phone_number: 'phone',
};

/**
 * The claims of a token as a trace may keep them. Whatever is not known to be harmless counts as personal,
 * so a claim that a tenant has made up itself is masked too.
 */
export const tracedClaims = (
  claims: ReadonlyMap<string, unknown>,
): Readonly<Record<string, TraceValue>> =>
  Object.fromEntries(
    [...claims]
      .filter(([name]) => !ofTheExchange.has(name))
      .map(([name, value]) => [name, tracedClaim(name, value)]),
  );

function tracedClaim(name: string, value: unknown): TraceValue {
  if (!aboutTheSignIn.has(name)) return personalClaim(name, value);

  return Array.isArray(value) ? value.map(plain) : plain(value);
}

const personalClaim = (name: string, value: unknown): Personal =>
  personal(
    kinds[name] ?? 'text',
    typeof value === 'string' ? value : JSON.stringify(value ?? null),
  );

const plain = (value: unknown): TraceValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : JSON.stringify(value ?? null);
