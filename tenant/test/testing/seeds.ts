import type { Client } from '../../src/state/config/client.ts';
import type { Connection } from '../../src/state/config/connection.ts';
import type { Seed, TenantSettings } from '../../src/state/config/seed.ts';

type Change = (seed: Seed) => Seed;

/** The secret of every client that `regularWebApp` makes. */
export const secret = 'the secret of a web server';

/** The application of the project, changed. */
export const withSpa =
  (changes: Partial<Client>): Change =>
  (seed) => ({
    ...seed,
    clients: seed.clients.map((client) =>
      client.client_id === 'ligature-spa' ? { ...client, ...changes } : client,
    ),
  });

/** One more client: the application again, but on a server that keeps a secret. */
export const withWebApp =
  (changes: Partial<Client> = {}): Change =>
  (seed) => {
    const spa = seed.clients.find(({ client_id }) => client_id === 'ligature-spa');
    if (spa === undefined) return seed;
    const webApp: Client = {
      ...spa,
      client_id: 'web-app',
      app_type: 'regular_web',
      token_endpoint_auth_method: 'client_secret_post',
      client_secret: secret,
      grant_types: [
        'authorization_code',
        'refresh_token',
        'password',
        'http://auth0.com/oauth/grant-type/password-realm',
        'http://auth0.com/oauth/grant-type/passwordless/otp',
      ],
      ...changes,
    };

    return {
      ...seed,
      clients: [...seed.clients, webApp],
      connections: seed.connections.map((connection) => ({
        ...connection,
        enabled_clients: [...connection.enabled_clients, 'web-app'],
      })),
    };
  };

export const withSettings =
  (changes: Partial<TenantSettings>): Change =>
  (seed) => ({ ...seed, settings: { ...seed.settings, ...changes } });

export const withConnection =
  (name: string, options: Connection['options']): Change =>
  (seed) => ({
    ...seed,
    connections: seed.connections.map((connection) =>
      connection.name === name
        ? { ...connection, options: { ...connection.options, ...options } }
        : connection,
    ),
  });

/** As a new tenant at Auth0 is: links belong to the browser of a sign-in, and messages are in its own words. */
export const withAuth0Messages: Change = (seed) => ({
  ...seed,
  settings: { ...seed.settings, allowsMagicLinkWithoutSession: false },
  connections: seed.connections.map((connection) => ({
    ...connection,
    options: Object.fromEntries(
      Object.entries(connection.options).filter(([name]) => name !== 'email'),
    ),
  })),
});

export const withManagementApi =
  (changes: Partial<Seed['managementApi']>): Change =>
  (seed) => ({ ...seed, managementApi: { ...seed.managementApi, ...changes } });

/** All of the changes, one after the other. */
export const changed =
  (...changes: readonly Change[]): Change =>
  (seed) =>
    changes.reduce((result, change) => change(result), seed);
