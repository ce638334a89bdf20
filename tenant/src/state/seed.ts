import { CheckedObject } from './checked.ts';
import type { Client } from './client.ts';
import type { Connection } from './connection.ts';
import { parseSeedUser } from './seed-user.ts';
import type { User } from './user.ts';

/** How long things last, in seconds. */
export interface Lifetimes {
  readonly accessToken: number;
  readonly idToken: number;
  readonly session: number;
  readonly idleSession: number;
}

/** Auth0's own defaults (contract §3.1); the session's are seven and three days. */
const defaultLifetimes: Lifetimes = {
  accessToken: 86_400,
  idToken: 36_000,
  session: 604_800,
  idleSession: 259_200,
};

/** What a tenant starts from. */
export interface Seed {
  readonly lifetimes: Lifetimes;
  readonly clients: readonly Client[];
  readonly connections: readonly Connection[];
  readonly users: readonly User[];
}

/** Reads a seed file's content. `now` dates the accounts whose dates it leaves out. */
export function parseSeed(value: unknown, now: number): Seed {
  const seed = new CheckedObject(value, 'seed');

  return {
    lifetimes: parseLifetimes(seed.object('lifetimes')),
    clients: seed.objects('clients').map(parseClient),
    connections: seed.objects('connections').map(parseConnection),
    users: seed.objects('users').map((user) => parseSeedUser(user, now)),
  };
}

function parseLifetimes(lifetimes: CheckedObject): Lifetimes {
  return {
    accessToken: lifetimes.optionalNumber('accessToken') ?? defaultLifetimes.accessToken,
    idToken: lifetimes.optionalNumber('idToken') ?? defaultLifetimes.idToken,
    session: lifetimes.optionalNumber('session') ?? defaultLifetimes.session,
    idleSession: lifetimes.optionalNumber('idleSession') ?? defaultLifetimes.idleSession,
  };
}

function parseClient(client: CheckedObject): Client {
  return {
    client_id: client.text('client_id'),
    name: client.text('name'),
    callbacks: client.texts('callbacks'),
    allowed_logout_urls: client.texts('allowed_logout_urls'),
    web_origins: client.texts('web_origins'),
    grant_types: client.texts('grant_types'),
  };
}

function parseConnection(connection: CheckedObject): Connection {
  return {
    name: connection.text('name'),
    strategy: connection.text('strategy'),
    display_name: connection.text('display_name'),
    enabled_clients: connection.texts('enabled_clients'),
  };
}
