/** One browser that is signed in. It remembers the identity, for its owner may change (§2.6). */
export interface Session {
  readonly identity: string;
  readonly connection: string;
  readonly startedAt: number;
}
