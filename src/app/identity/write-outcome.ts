/**
 * What is known of a write. `refused`: the tenant said no. `notSent`: it has not left this browser. `unknown`: it may
 * have happened, and only reading the account can tell.
 */
export type WriteOutcome<Value, Reason> =
  | { readonly outcome: 'ok'; readonly value: Value }
  | { readonly outcome: 'refused' | 'notSent' | 'unknown'; readonly reason: Reason };
