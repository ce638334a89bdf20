import { type Identity, identityKey, type User } from './user.ts';

/** An account that begins now, with one way to sign in. */
export function newUser(identity: Identity, nowMs: number, fields: Partial<User> = {}): User {
  const at = new Date(nowMs).toISOString();

  return {
    user_id: identityKey(identity),
    identities: [identity],
    created_at: at,
    updated_at: at,
    ...fields,
  };
}
