import { ControlState } from '../control/control-state.ts';
import type { Signer } from '../tokens/signer.ts';
import type { Client } from './client.ts';
import type { Connection } from './connection.ts';
import { Directory } from './directory.ts';
import { ExpiringMap } from './expiring-map.ts';
import type { AuthorizationCode, OpaqueToken, SpentCode } from './grants.ts';
import { Inbox } from './inbox.ts';
import type { Lifetimes, Seed } from './seed.ts';
import type { Session } from './session.ts';
import type { SignInRequest } from './sign-in-request.ts';

/** All that the tenant knows. Only the endpoints change it, each while it answers one request. */
export class TenantState {
  /** Where the tenant is, with the slash that every `iss` ends in (contract §1). */
  readonly issuer: string;
  readonly signer: Signer;
  readonly lifetimes: Lifetimes;
  readonly clients: ReadonlyMap<string, Client>;
  readonly connections: ReadonlyMap<string, Connection>;

  readonly users = new Directory();
  readonly inbox = new Inbox();
  readonly sessions = new ExpiringMap<Session>();
  readonly transactions = new ExpiringMap<SignInRequest>();
  readonly codes = new ExpiringMap<AuthorizationCode>();
  readonly spentCodes = new ExpiringMap<SpentCode>();
  readonly opaqueTokens = new ExpiringMap<OpaqueToken>();
  readonly passwordTickets = new ExpiringMap<string>();
  /** Addresses whose code is always the same, so that people need not look it up. */
  readonly fixedCodes = new Map<string, string>();
  /** What the control plane keeps: faults, the clock, the log of requests. */
  readonly control = new ControlState();
  /** The grants whose tokens still count: a token without one was taken back. */
  readonly liveGrants = new ExpiringMap<true>();

  readonly #seed: Seed;

  constructor(issuer: string, signer: Signer, seed: Seed) {
    this.issuer = issuer;
    this.signer = signer;
    this.lifetimes = seed.lifetimes;
    this.clients = new Map(seed.clients.map((client) => [client.client_id, client]));
    this.connections = new Map(seed.connections.map((connection) => [connection.name, connection]));
    this.#seed = seed;
    this.#addSeedUsers();
  }

  /** The audience of the Management API (contract §2.1). */
  get managementAudience(): string {
    return `${this.issuer}api/v2/`;
  }

  /** The audience that every token with `openid` has beside its own (contract §3.1). */
  get userinfoAudience(): string {
    return `${this.issuer}userinfo`;
  }

  /** The connections that a client may sign people in with. */
  connectionsOf(client: Client): readonly Connection[] {
    return [...this.connections.values()].filter(({ enabled_clients }) =>
      enabled_clients.includes(client.client_id),
    );
  }

  /** Back to the seed. The signing key stays, so that clients need not fetch it again. */
  reset(): void {
    for (const memory of [
      this.users,
      this.inbox,
      this.sessions,
      this.transactions,
      this.codes,
      this.spentCodes,
      this.opaqueTokens,
      this.passwordTickets,
      this.fixedCodes,
      this.liveGrants,
      this.control,
    ]) {
      memory.clear();
    }
    this.#addSeedUsers();
  }

  #addSeedUsers(): void {
    for (const user of this.#seed.users) this.users.put(user);
  }
}
