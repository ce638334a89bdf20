import { ControlState } from '../control/control-state.ts';
import { compileAction } from '../hook/compile-action.ts';
import type { PostLoginHook } from '../hook/post-login-hook.ts';
import type { Signer } from '../tokens/signer.ts';
import type { ActionBinding, KeptAction } from './action.ts';
import type { Api, ClientGrant, Role } from './api.ts';
import type { Client } from './client.ts';
import type { Connection } from './connection.ts';
import { Directory } from './directory.ts';
import { ExpiringMap } from './expiring-map.ts';
import type {
  AuthorizationCode,
  OpaqueToken,
  RefreshFamily,
  RefreshToken,
  SpentCode,
} from './grants.ts';
import type { HaltedSignIn } from './halted-sign-in.ts';
import { Inbox } from './inbox.ts';
import type { OpenSignIn } from './open-sign-in.ts';
import type { CodeStep, LoginTicket, OneTimeCode } from './one-time-code.ts';
import type { Organization } from './organization.ts';
import { isManagementAudience, managementApi } from './management-api.ts';
import { RateLimit } from './rate-limit.ts';
import type { Lifetimes, Seed } from './seed.ts';
import type { Session } from './session.ts';
import type { RateLimitSettings, TenantSettings } from './settings.ts';
import { TenantLog } from './tenant-log.ts';
import type { VerificationTicket } from './verification-ticket.ts';

/** All that the tenant knows. Only the endpoints change it, each while it answers one request. */
export class TenantState {
  /** Where the tenant is, with the slash that every `iss` ends in (contract §1). */
  readonly issuer: string;
  readonly signer: Signer;
  readonly clients = new Map<string, Client>();
  /** Every API by its audience, the Management API among them. */
  readonly apis = new Map<string, Api>();
  readonly connections = new Map<string, Connection>();

  readonly users = new Directory();
  readonly inbox = new Inbox();
  /** What `GET /api/v2/logs` shows. Whoever answers a request appends what came of it (§6.13). */
  readonly log = new TenantLog();
  readonly managementLimit = new RateLimit();
  readonly sessions = new ExpiringMap<Session>();
  readonly transactions = new ExpiringMap<OpenSignIn>();
  readonly codes = new ExpiringMap<AuthorizationCode>();
  readonly spentCodes = new ExpiringMap<SpentCode>();
  readonly opaqueTokens = new ExpiringMap<OpaqueToken>();
  readonly refreshFamilies = new ExpiringMap<RefreshFamily>();
  readonly refreshTokens = new ExpiringMap<RefreshToken>();
  readonly passwordTickets = new ExpiringMap<string>();
  readonly verificationTickets = new ExpiringMap<VerificationTicket>();
  readonly oneTimeCodes = new ExpiringMap<OneTimeCode>();
  readonly codeSteps = new ExpiringMap<CodeStep>();
  readonly loginTickets = new ExpiringMap<LoginTicket>();
  readonly haltedSignIns = new ExpiringMap<HaltedSignIn>();
  /** When each address of the network asked for codes, for the limit of contract §4.1. */
  readonly codeRequests = new ExpiringMap<readonly number[]>();
  /** Whether a person has agreed to a client: `user|client|audience` → the scopes (§0). */
  readonly consents = new Map<string, readonly string[]>();
  /** Addresses whose code is always the same, so that people need not look it up. */
  readonly fixedCodes = new Map<string, string>();
  /** Wrong passwords in a row: `identity address` → how many. */
  readonly failedPasswords = new ExpiringMap<number>();
  readonly dpopNonces = new ExpiringMap<true>();
  readonly seenProofs = new ExpiringMap<true>();
  /** What the hook keeps between sign-ins. */
  readonly hookCache = new ExpiringMap<string>();
  /** The grants whose tokens still count: a token without one was taken back. */
  readonly liveGrants = new ExpiringMap<true>();

  /** What the control plane keeps: faults, the clock, the log of requests. */
  readonly control = new ControlState();

  // What the Management API may write is put in the place of what was.
  clientGrants: readonly ClientGrant[] = [];
  roles: readonly Role[] = [];
  organizations: readonly Organization[] = [];
  actions: readonly KeptAction[] = [];
  /** What `post-login` is bound to, in its order (contract §9). */
  postLoginBindings: readonly ActionBinding[] = [];
  lifetimes: Lifetimes;
  settings: TenantSettings;
  rateLimit: RateLimitSettings;
  /** What runs after every sign-in, in this order (contract §9). */
  postLogin: readonly PostLoginHook[] = [];

  readonly #seed: Seed;

  constructor(issuer: string, signer: Signer, seed: Seed) {
    this.issuer = issuer;
    this.signer = signer;
    this.lifetimes = seed.lifetimes;
    this.settings = seed.settings;
    this.rateLimit = seed.rateLimit;
    this.#seed = seed;
    this.#addSeedRegistrations();
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
      this.log,
      this.managementLimit,
      this.sessions,
      this.transactions,
      this.codes,
      this.spentCodes,
      this.opaqueTokens,
      this.refreshFamilies,
      this.refreshTokens,
      this.passwordTickets,
      this.verificationTickets,
      this.oneTimeCodes,
      this.codeSteps,
      this.loginTickets,
      this.haltedSignIns,
      this.codeRequests,
      this.consents,
      this.fixedCodes,
      this.failedPasswords,
      this.dpopNonces,
      this.seenProofs,
      this.hookCache,
      this.liveGrants,
      this.control,
    ]) {
      memory.clear();
    }
    this.settings = this.#seed.settings;
    this.lifetimes = this.#seed.lifetimes;
    this.rateLimit = this.#seed.rateLimit;
    this.#addSeedRegistrations();
    this.#addSeedUsers();
  }

  /** Has these Actions, and runs those that are bound; throws when one of them cannot run. */
  putActions(actions: readonly KeptAction[], bindings: readonly ActionBinding[]): void {
    const running = bindings.flatMap(
      ({ actionName }) => actions.find(({ draft }) => draft.name === actionName)?.deployed ?? [],
    );
    this.postLogin = running.map((action) => compileAction(action, this.issuer));
    this.actions = actions;
    this.postLoginBindings = bindings;
  }

  #addSeedRegistrations(): void {
    const seed = this.#seed;
    refill(this.clients, seed.clients, ({ client_id }) => client_id);
    refill(this.connections, seed.connections, ({ name }) => name);
    const apis = [managementApi(this.managementAudience, seed), ...seed.apis];
    refill(this.apis, apis, ({ identifier }) => identifier);
    // A file for several tenants names the Management API of one of them; here it is this tenant's.
    this.clientGrants = seed.clientGrants.map((grant) =>
      isManagementAudience(grant.audience)
        ? { ...grant, audience: this.managementAudience }
        : grant,
    );
    this.roles = seed.roles;
    this.organizations = seed.organizations;
    // A test's own hooks stay, for nobody has put others in the place of the seed's.
    if (this.actions !== seed.actions || this.postLoginBindings !== seed.postLoginBindings) {
      this.putActions(seed.actions, seed.postLoginBindings);
    }
  }

  #addSeedUsers(): void {
    for (const user of this.#seed.users) this.users.put(user);
  }
}

/** Puts these in the place of what a map has, in their order. */
export function refill<Item>(
  map: Map<string, Item>,
  items: readonly Item[],
  keyOf: (item: Item) => string,
): void {
  map.clear();
  for (const item of items) map.set(keyOf(item), item);
}
