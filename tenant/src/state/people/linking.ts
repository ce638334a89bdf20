import type { Directory } from './directory.ts';
import { type Identity, newUser, type User } from './user.ts';

/**
 * Links two accounts: all identities of the absorbed one move behind those of the kept one, its metadata is discarded,
 * and it stops being a user (contract §7, link 1–5).
 */
export function link(
  users: Directory,
  { kept, absorbed }: { readonly kept: User; readonly absorbed: User },
  nowMs: number,
): User {
  const linked: User = {
    ...kept,
    identities: [...kept.identities, ...absorbed.identities],
    updated_at: new Date(nowMs).toISOString(),
  };
  users.remove(absorbed.user_id);
  users.put(linked);

  return linked;
}

/**
 * Takes one identity out and makes it an account again: under the id it had before, with its profile, and without
 * metadata (contract §7, unlink 1–3). The first identity cannot be taken: callers check that.
 */
export function unlink(
  users: Directory,
  { owner, identity }: { readonly owner: User; readonly identity: Identity },
  nowMs: number,
): User {
  const [first, ...others] = owner.identities;
  const remaining: User = {
    ...owner,
    identities: [first, ...others.filter((other) => other !== identity)],
    updated_at: new Date(nowMs).toISOString(),
  };
  users.put(remaining);
  users.put(newUser(identity, nowMs));

  return remaining;
}
