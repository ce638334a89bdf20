/**
 * What is known about a write. `refused`: the tenant said no. `notSent`: it never left this browser.
 * `unknown`: it may or may not have happened, and only reading the account can tell.
 */
export type WriteOutcome<Value, Reason> =
  | { readonly outcome: 'ok'; readonly value: Value }
  | { readonly outcome: 'refused' | 'notSent' | 'unknown'; readonly reason: Reason };
