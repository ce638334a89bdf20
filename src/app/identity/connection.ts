import { connectionKind } from './connection-kinds';
import { displayText } from './text/display-text';
import type { Transport } from './transport-kinds';

/** A way to sign in that the portal offers for linking. */
export interface Connection {
  /** The tenant's name for it. */
  readonly name: string;
  /** What kind it is: Auth0's strategy, for instance `google-oauth2` or `samlp`. */
  readonly strategy: string;
  /** What people call it. */
  readonly label: string;
  /** How the second sign-in travels; `auto` leaves the choice to the application. */
  readonly transport: 'auto' | Transport;
  /** What stands behind the `@` of the e-mails with which people of a company sign in here. */
  readonly domains?: readonly string[];
}

/** Names the provider of an identity: by the configured label, the brand, or the connection's name. */
export function providerLabel(
  connections: readonly Connection[],
  identity: { readonly connection: string; readonly provider: string },
): string {
  return (
    connections.find(({ name }) => name === identity.connection)?.label ??
    connectionKind(identity.provider).brand ??
    displayText(identity.connection)
  );
}

/**
 * Lists the configured connections with which the account of this subject may be proven: the one by which it was
 * linked, where that is known. A subject alone tells only the strategy, so that there may be several.
 */
export function connectionsFor(
  connections: readonly Connection[],
  subject: string,
  linkedBy?: string,
): readonly Connection[] {
  if (linkedBy !== undefined) return connections.filter(({ name }) => name === linkedBy);
  const [provider, name] = subject.split('|');
  const ofProvider = connections.filter(({ strategy }) => strategy === provider);
  // A company's subject names its connection: `samlp|acme|ada`.
  const named = ofProvider.filter((each) => each.name === name);

  return named.length > 0 ? named : ofProvider;
}
