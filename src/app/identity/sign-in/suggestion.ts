import type { Account } from '../account';
import type { Connection } from '../connection';
import { isJsonObject } from '../json';

/**
 * Lists the connections to suggest: those of which the tenant's post-login hook has found other accounts with the same
 * verified e-mail (`claim`: `[{ connection, strategy }]`), and which the portal offers. Leaves out what the account is
 * linked with by now, since the claim is as old as the sign-in.
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
  isJsonObject(suggestion) ? suggestion['connection'] : undefined;
