import { labelOfIdentity, type Account } from './account';
import { providerLabel, type Connection } from './connection';
import { subjectOf, type Identity } from './identity';

/** A sign-in method as a person knows it: what they press, and whom they are known as there. */
export interface SignInMethod {
  /** `provider|id`, which no other method has. */
  readonly key: string;
  readonly identity: Identity;
  readonly provider: string;
  readonly label: string;
}

/** Lists the sign-in methods of an account, its own first. */
export const signInMethods = (
  account: Account,
  connections: readonly Connection[],
): readonly SignInMethod[] =>
  account.identities.map((identity) => ({
    key: subjectOf(identity),
    identity,
    provider: providerLabel(connections, identity),
    label: labelOfIdentity(account, identity),
  }));
