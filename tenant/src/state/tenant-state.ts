import type { Reply, TenantRequest } from '../protocol/http.ts';
import type { ActionBinding, KeptAction } from './config/action.ts';
import type { Client } from './config/client.ts';
import type { SignInMethod } from './config/connection-kinds.ts';
import { type Connection, signInMethod } from './config/connection.ts';
import type { Seed } from './config/seed.ts';
import { boundActions, configOf, type TenantConfig } from './config/tenant-config.ts';
import { ControlState } from './control/control-state.ts';
import { Grants } from './grants.ts';
import { Group } from './group.ts';
import { Inbox } from './inbox.ts';
import type { Signer } from './keys/signer.ts';
import { Limits } from './limits.ts';
import { TenantLog } from './log/tenant-log.ts';
import { Directory } from './people/directory.ts';
import { SignIns } from './sign-ins/sign-ins.ts';

/** All that the tenant knows. Only the endpoints change it, each while it answers one request. */
export class TenantState extends Group {
  readonly users = new Directory();
  readonly signIns = new SignIns();
  readonly grants = new Grants();
  readonly limits = new Limits();
  readonly inbox = new Inbox();
  /** What `GET /api/v2/logs` shows. Whoever answers a request appends what came of it (§6.13). */
  readonly log = new TenantLog();
  /** What the control plane keeps: faults, the clock, the log of requests. */
  readonly control = new ControlState();

  readonly #issuer: string;
  readonly #signer: Signer;
  readonly #readSeed: () => Seed;
  #seed: Seed;
  #config: TenantConfig;

  /** What the tenant starts from may be another at each reset, where somebody has changed its files. */
  constructor(issuer: string, signer: Signer, readSeed: () => Seed) {
    super();
    const seed = readSeed();
    this.#readSeed = readSeed;
    this.#issuer = issuer;
    this.#signer = signer;
    this.#seed = seed;
    this.#config = configOf(seed, issuer);
    this.#addSeedUsers();
  }

  /** Where the tenant is, with the slash that every `iss` ends in (contract §1). */
  get issuer(): string {
    return this.#issuer;
  }

  get signer(): Signer {
    return this.#signer;
  }

  get config(): TenantConfig {
    return this.#config;
  }

  /** The audience of the Management API (contract §2.1). */
  get managementAudience(): string {
    return `${this.issuer}api/v2/`;
  }

  /** The audience that every token with `openid` has beside its own (contract §3.1). */
  get userinfoAudience(): string {
    return `${this.issuer}userinfo`;
  }

  /** Lists the connections that a client may sign people in with. */
  connectionsOf(client: Client): readonly Connection[] {
    return [...this.config.connections.values()].filter(({ enabled_clients }) =>
      enabled_clients.includes(client.client_id),
    );
  }

  /** Finds the connection of this name, if a client may sign people in with it, and in this way. */
  connectionOf(
    client: Client,
    { name, method }: { readonly name: string | undefined; readonly method: SignInMethod },
  ): Connection | undefined {
    return this.connectionsOf(client).find(
      (candidate) => candidate.name === name && signInMethod(candidate) === method,
    );
  }

  /**
   * Puts the tenant back to its seed, as the files are now. The signing key stays, so that clients need not fetch it
   * again. Throws where the files say nothing that a tenant can start from, and nothing has changed then.
   */
  reset(): void {
    const { actions, postLoginBindings, postLogin } = this.config;
    const seed = this.#readSeed();
    const config = configOf(seed, this.issuer);
    this.clear();
    // A test's own hooks stay, for nobody has put others in the place of the seed's.
    if (actions === seed.actions && postLoginBindings === seed.postLoginBindings) {
      config.postLogin = postLogin;
    }
    this.#seed = seed;
    this.#config = config;
    this.#addSeedUsers();
  }

  /** Has these Actions, and runs those that are bound; throws when one of them cannot run. */
  putActions(actions: readonly KeptAction[], bindings: readonly ActionBinding[]): void {
    Object.assign(this.config, boundActions(actions, bindings, this.issuer));
  }

  #addSeedUsers(): void {
    for (const user of this.#seed.users) this.users.put(user);
  }
}

/** The tenant at a moment, in milliseconds since 1970 by its own clock. */
export interface Moment {
  readonly state: TenantState;
  readonly nowMs: number;
}

/** One request and what it meets: all that a handler needs for its `Reply`. */
export interface Exchange extends Moment {
  readonly request: TenantRequest;
}

/** One thing the tenant answers. It knows no framework, opens no port and reads no clock. */
export type Endpoint = (exchange: Exchange) => Reply | Promise<Reply>;

/** Endpoints by their method and path, such as `GET /clock`. */
export type Endpoints = Readonly<Record<string, Endpoint>>;
