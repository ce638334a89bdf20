import type { Account } from '../account';
import type { Connection } from '../connection';

/**
 * The connections worth suggesting: those by which the tenant's post-login hook has found other accounts with the
 * same verified e-mail (`[{ connection, strategy }]`), as far as the portal offers them. A connection that the
 * account has by now is left out: the claim is as old as the sign-in, and that link is done.
 */
export function suggestedConnections(
  claim: unknown,
  connections: readonly Connection[],
  account: Account,
): readonly Connection[] {
  const suggested = new Set(Array.isArray(claim) ? claim.map(connectionName) : []);
  const present = new Set(account.identities.map(({ connection }) => connection));

  return connections.filter(({ name }) => suggested.has(name) && !present.has(name));
}

const connectionName = (suggestion: unknown): unknown =>
  typeof suggestion === 'object' && suggestion !== null && 'connection' in suggestion
    ? suggestion.connection
    : undefined;
