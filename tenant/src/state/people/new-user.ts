import { type Identity, identityKey, type User } from './user.ts';

/** Makes an account that begins now, with one identity. */
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
