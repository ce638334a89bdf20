/** A link that has happened. */
export interface LinkReceipt {
  /** The same one, however often the portal is told of this link: do nothing twice for it. */
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The `user_id` of the account that is left. */
  readonly kept: string;
  /** The `user_id` that nobody signs in as any more. */
  readonly absorbed: string;
  /** By which people sign in to what was the absorbed account. */
  readonly connection: string;
}

/** An unlink that has happened. */
export interface UnlinkReceipt extends Pick<LinkReceipt, 'id' | 'at' | 'kept' | 'connection'> {
  /** The `user_id` that is an account of its own again. */
  readonly left: string;
}
