import { SchematicsException } from '@angular-devkit/schematics';

/**
 * Reads a tenant's domain as people write it, with or without `https://` and a slash at the end. Fails with a
 * `SchematicsException` where there can be no tenant.
 *
 * @example
 * tenantOrigin('Acme.eu.auth0.com/') // 'https://acme.eu.auth0.com'
 */
export function tenantOrigin(domain: string): string {
  const typed = domain.trim().toLowerCase();
  const address = typed.includes('://') ? typed : `https://${typed}`;
  const isAddress =
    /^https?:\/\/(?:[^\s/?#@.]+(?:\.[^\s/?#@.]+)+|localhost(?::\d+)?)\/?$/.test(address) &&
    URL.canParse(address);
  if (!isAddress) {
    throw new SchematicsException(
      'The domain is a host name, as the dashboard shows it: acme.eu.auth0.com.',
    );
  }
  const { origin, protocol, hostname } = new URL(address);
  if (protocol === 'http:' && hostname !== 'localhost' && hostname !== '127.0.0.1') {
    throw new SchematicsException('A tenant is reached by https, unless it is on this machine.');
  }

  return origin;
}
