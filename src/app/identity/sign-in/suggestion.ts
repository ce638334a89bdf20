import type { Account } from '../account';
import type { Connection } from '../connection';
import { isJsonObject } from '../json';
import { historyOf } from '../settings/link-history';

/**
 * Lists the connections to suggest: those of which the tenant's post-login hook has found other accounts with the same
 * verified e-mail (`claim`: `[{ connection, strategy }]`), and which the portal offers. Leaves out what the account is
 * linked with by now, since the claim is as old as the sign-in, and what the person has unlinked last, as far as the account remembers:
 * nobody wants to be asked to link that again.
 */
export function suggestedConnections(
  claim: unknown,
  connections: readonly Connection[],
  account: Account,
): readonly Connection[] {
  const suggested = new Set(Array.isArray(claim) ? claim.map(connectionName) : []);
  const present = new Set(account.identities.map(({ connection }) => connection));
  const lastEvents = new Map(
    historyOf(account.settings).map(({ connection, what }) => [connection, what]),
  );

  return connections.filter(
    ({ name }) => suggested.has(name) && !present.has(name) && lastEvents.get(name) !== 'unlink',
  );
}

const connectionName = (suggestion: unknown): unknown =>
  isJsonObject(suggestion) ? suggestion['connection'] : undefined;
