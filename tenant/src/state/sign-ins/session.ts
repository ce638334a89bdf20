import { createHash } from 'node:crypto';

/** One browser that is signed in. It remembers the identity, for its owner may change (§2.6). */
export interface Session {
  readonly identity: string;
  readonly connection: string;
  readonly startedAtMs: number;
}

/** Derives the `sid` of a session, which clients and Actions may know, from the cookie's value, which they may not. */
export function sidOf(id: string): string {
  return createHash('sha256').update(`sid ${id}`).digest('base64url').slice(0, 32);
}
