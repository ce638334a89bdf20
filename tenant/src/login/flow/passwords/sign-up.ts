import { defined, type JsonObject } from '../../../protocol/json.ts';
import { type Connection, longestUsername, newIdentity } from '../../../state/config/connection.ts';
import { hasTooLongAttribute } from '../../../state/people/attribute-limits.ts';
import { newUser, type Profile } from '../../../state/people/user.ts';
import type { Moment } from '../../../state/tenant-state.ts';
import type { Proof } from '../finish.ts';
import { sendVerificationLink } from './mail-tickets.ts';
import { type PasswordFault, passwordFault } from './password-policy.ts';

/** Why somebody cannot have an account, in Auth0's codes (contract §5); it has none for what is too long. */
export type SignUpRefusal =
  'invalid_signup' | 'too_long' | 'user_exists' | 'username_exists' | PasswordFault;

interface SignUp {
  readonly connection: Connection;
  readonly profile: Profile & { readonly email: string };
  readonly password: string;
  readonly metadata?: JsonObject;
}

/** Makes an account of a database, whose address nobody has verified yet. */
export function signUp(
  { connection, profile, password, metadata }: SignUp,
  moment: Moment,
): Proof | SignUpRefusal {
  const { state, nowMs } = moment;
  const { name, options } = connection;
  if (options.disable_signup === true) return 'invalid_signup';
  if (hasTooLongAttribute(profile)) return 'too_long';
  if (state.users.findByEmail(name, profile.email) !== undefined) return 'user_exists';
  const { username } = profile;
  if (options.requires_username === true && username === undefined) return 'invalid_signup';
  if ((username?.length ?? 0) > longestUsername(connection)) return 'too_long';
  if (username !== undefined && state.users.findByUsername(name, username) !== undefined) {
    return 'username_exists';
  }
  const fault = passwordFault(password, connection, profile);
  if (fault !== undefined) return fault;
  const identity = { ...newIdentity(connection, { ...profile, email_verified: false }), password };
  const user = newUser(identity, nowMs, defined({ user_metadata: metadata }));
  state.users.put(user);
  state.log.append({ type: 'ss', user, connection }, nowMs);
  const proof = { user, identity };
  sendVerificationLink(proof, moment);

  return proof;
}
