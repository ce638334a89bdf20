import { createHash } from 'node:crypto';

/** One browser that is signed in. It remembers the identity, for its owner may change (§2.6). */
export interface Session {
  readonly identity: string;
  readonly connection: string;
  readonly startedAtMs: number;
}

/** What a client and a hook may know a session by: `sid`. The cookie's value, which opens it, is not in it. */
export function sidOf(id: string): string {
  return createHash('sha256').update(`sid ${id}`).digest('base64url').slice(0, 32);
}
