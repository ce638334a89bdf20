import type { Account } from '../../../identity/account';
import type { Who } from '../catalogue/drill';

/** An account as it was looked up; somebody who has joined another has none of their own any more. */
export type AccountSeen =
  | { readonly kind: 'there'; readonly account: Account }
  | { readonly kind: 'gone' }
  | { readonly kind: 'notSeen' };

/** The accounts of everybody who takes part, at one moment. */
export type AccountsSeen = Readonly<Partial<Record<Who, AccountSeen>>>;

/** The accounts before anything happened, as they must have been seen. */
export type AccountsBefore = Readonly<Partial<Record<Who, Account>>>;
