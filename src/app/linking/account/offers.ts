import { connectionKind } from '../../identity/connection-kinds';
import type { Connection } from '../../identity/connection';
import { connectionsOfDomain, domainTyped } from '../../identity/sign-in/work-email';
import { finding, searchable } from '../../identity/text/find-text';
import { inGroups, type Group } from './connection-groups';

/** A sign-in method that can be added, and what it is offered as. */
export interface Offer {
  readonly connection: Connection;
  readonly words: string;
}

/** What is offered after something was typed. */
export interface Offers {
  /** The domain of the work e-mail that was typed, once it is one. */
  readonly domain: string | undefined;
  /** How people with an address of that domain sign in. */
  readonly company: readonly Offer[];
  readonly groups: readonly Group<Offer>[];
  /** What the account has already, and may have twice. */
  readonly linked: readonly Offer[];
  readonly count: number;
}

/** Lists what can be added: by the company of the address, or else by the words that were typed. */
export function offersFor(
  typed: string,
  connections: readonly Connection[],
  linkedNames: ReadonlySet<string>,
): Offers {
  const domain = domainTyped(typed);
  const company = domain === undefined ? [] : connectionsOfDomain(connections, domain);
  // An address names nothing in the list, from its first letters to the @ it may.
  const matches = finding(typed.includes('@') ? '' : typed);
  const found = connections.filter(({ label }) => matches(searchable(label)));
  const fresh = found.filter(({ name }) => !linkedNames.has(name));

  return {
    domain,
    company: company.map((connection) => ({ connection, words: companyWords(connection) })),
    groups: inGroups(fresh.map(asOffer), ({ connection }) => connection.strategy),
    linked: found
      .filter(({ name }) => linkedNames.has(name))
      .map((connection) => ({ connection, words: anotherOf(connection, connections) })),
    count: found.length,
  };
}

const asOffer = (connection: Connection): Offer => ({ connection, words: connection.label });

const companyWords = ({ label }: Connection): string =>
  $localize`Continue with ${label}:connection:`;

/** Offers more of what the account has; the label tells, where there are several of a kind. */
function anotherOf(connection: Connection, all: readonly Connection[]): string {
  const { mark } = connectionKind(connection.strategy);
  const isOnly = all.filter(({ strategy }) => connectionKind(strategy).mark === mark).length === 1;
  if (isOnly && mark === 'password') return $localize`Add another password`;
  if (isOnly && mark === 'phone') return $localize`Add another phone number`;
  if (isOnly && mark === 'email') return $localize`Add another email address`;

  return $localize`Add another ${connection.label}:connection: account`;
}
