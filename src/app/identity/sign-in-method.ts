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

/** Says of a sign-in method of an account how its person knows it. */
export const signInMethod = (
  account: Account,
  connections: readonly Connection[],
  identity: Identity,
): SignInMethod => ({
  key: subjectOf(identity),
  identity,
  provider: providerLabel(connections, identity),
  label: labelOfIdentity(account, identity),
});

/** Lists the sign-in methods of an account, its own first. */
export const signInMethods = (
  account: Account,
  connections: readonly Connection[],
): readonly SignInMethod[] =>
  account.identities.map((identity) => signInMethod(account, connections, identity));
