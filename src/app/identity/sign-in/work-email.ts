import type { Connection } from '../connection';

/** Gives the domain of an e-mail address that somebody has typed, as names are compared; `undefined` before it is one. */
export function domainTyped(text: string): string | undefined {
  const [, domain] = /^[^\s@]+@([^\s@/]+\.[^\s@/.]{2,})$/.exec(text.trim()) ?? [];

  return domain === undefined ? undefined : asCompared(domain);
}

/** Lists the connections by which people with an address of this domain sign in. */
export const connectionsOfDomain = (
  connections: readonly Connection[],
  domain: string,
): readonly Connection[] =>
  connections.filter(({ domains = [] }) => domains.map(asCompared).includes(domain));

/** Whether anybody can find a connection by their work e-mail. */
export const haveDomains = (connections: readonly Connection[]): boolean =>
  connections.some(({ domains = [] }) => domains.length > 0);

/** One name for a domain, whether it is written in its own letters or as the network has it. */
function asCompared(domain: string): string {
  const name = domain.toLowerCase();

  return URL.parse(`https://${name}`)?.hostname ?? name;
}
