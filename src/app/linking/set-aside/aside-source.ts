import { labelOfIdentity, type Account } from '../../identity/account';
import { connectionsFor, providerLabel, type Connection } from '../../identity/connection';
import { subjectOf } from '../../identity/identity';

/** What to call the account that settings come from: as one of the sign-in methods, or by what is left of it. */
export function asideSource(
  subject: string,
  account: Account,
  connections: readonly Connection[],
  linkedBy?: string,
): string {
  if (subject === account.userId) return $localize`This account, before a link`;
  const identity = account.identities.find((each) => subjectOf(each) === subject);
  if (identity !== undefined) {
    return `${providerLabel(connections, identity)} ${labelOfIdentity(account, identity)}`;
  }
  const provider = subject.slice(0, subject.indexOf('|'));
  // Where only the kind is known, and several are of it, nobody can say which of them it was.
  const [only, ...others] = connectionsFor(connections, subject, linkedBy);
  const connection = linkedBy ?? (others.length === 0 ? only?.name : undefined) ?? provider;

  return $localize`${providerLabel(connections, { provider, connection })}:provider: account that isn't linked now`;
}
