import { tenantOrigin } from './addresses.ts';

/** An account as the tenant's control plane shows it, as far as the journeys look at it. */
export interface TenantUser {
  readonly user_id: string;
  readonly identities: readonly { readonly provider: string; readonly user_id: string }[];
  readonly user_metadata?: Readonly<Record<string, unknown>>;
}

/** A message that the tenant would have sent. */
export interface TenantMessage {
  readonly to: string;
  readonly code?: string;
  readonly link?: string;
}

/** How the tenant misbehaves: on which requests, before or after it does what they ask, and how often. */
export interface FaultRule {
  readonly match: { readonly method: string; readonly path: string };
  readonly when: 'before' | 'after';
  readonly times?: number;
  readonly then: {
    readonly status?: number;
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
    readonly delayMs?: number;
    readonly drop?: boolean;
  };
}

interface LoggedRequest {
  readonly method: string;
  readonly path: string;
}

/** A local tenant, asked over HTTP what really happened. */
export class LocalTenant {
  readonly origin: string;
  readonly #api: string;

  constructor(origin: string) {
    this.origin = origin;
    this.#api = `${origin}/_tenant/api`;
  }

  async reset(): Promise<void> {
    await this.#send('POST', '/reset', {});
  }

  /** Sets the tenant's clock this far from the real time. */
  async moveClock(offsetSeconds: number): Promise<void> {
    await this.#send('PUT', '/clock', { offsetSeconds });
  }

  /** Makes the tenant misbehave by a rule, until it is reset. */
  async fault(rule: FaultRule): Promise<void> {
    await this.#send('POST', '/faults', rule);
  }

  /** Ends whatever misbehaviour was asked for. */
  async behave(): Promise<void> {
    await this.#send('DELETE', '/faults', {});
  }

  /** The names of the faults that it can be made to have. */
  async faultPresets(): Promise<readonly string[]> {
    const response = await fetch(`${this.#api}/faults/presets`);
    const presets = (await response.json()) as readonly { readonly name: string }[];

    return presets.map(({ name }) => name);
  }

  /** The rules by which it misbehaves now. */
  async faults(): Promise<unknown> {
    return (await fetch(`${this.#api}/faults`)).json();
  }

  /** Changes an account behind everybody's back, as another application would. */
  async change(userId: string, changes: Record<string, unknown>): Promise<void> {
    await this.#send('PATCH', `/users/${encodeURIComponent(userId)}`, changes);
  }

  /** What was asked about accounts since the last reset, preflights left out, oldest first. */
  async managementCalls(): Promise<readonly string[]> {
    const response = await fetch(`${this.#api}/requests`);
    const requests = (await response.json()) as readonly LoggedRequest[];

    return requests
      .toReversed()
      .filter(({ path, method }) => path.startsWith('/api/v2/users/') && method !== 'OPTIONS')
      .map(({ method, path }) => `${method} ${path.replace('/api/v2/', '')}`);
  }

  /** Makes somebody, and gives their `user_id`. */
  async addPerson(person: Record<string, unknown>): Promise<string> {
    const response = await this.#send('POST', '/users', person);

    return ((await response.json()) as TenantUser).user_id;
  }

  /** Links two accounts by hand. */
  async link(userId: string, otherId: string): Promise<void> {
    const path = `/users/${encodeURIComponent(userId)}/identities`;
    await this.#send('POST', path, { user_id: otherId });
  }

  /** Ends every session that browsers have at the tenant. */
  async endSessions(): Promise<void> {
    await this.#send('DELETE', '/sessions', {});
  }

  /** Adjusts the tenant while it runs, until it is reset. */
  async adjust(settings: Record<string, unknown>): Promise<void> {
    await this.#send('PUT', '/settings', settings);
  }

  /** Gives the application's registration other settings, until it is reset. */
  async changeClient(settings: Record<string, unknown>): Promise<void> {
    await this.#send('PATCH', '/clients/ligature-spa', settings);
  }

  /** The application's registration as it is now. */
  async client(): Promise<Readonly<Record<string, unknown>>> {
    const response = await this.#send('PATCH', '/clients/ligature-spa', {});

    return (await response.json()) as Record<string, unknown>;
  }

  /** Takes a connection from the application, until it is reset. */
  async disableConnection(name: string): Promise<void> {
    await this.#send('PATCH', `/connections/${name}`, { enabled_clients: [] });
  }

  /** Lets a connection have people with a user name and no e-mail address, until it is reset. */
  async allowUserNames(connection: string): Promise<void> {
    await this.#send('PATCH', `/connections/${connection}`, {
      options: { requires_username: true },
    });
  }

  /** Messages to an address, newest first; waits a few seconds for the first. */
  async messagesTo(address: string): Promise<readonly TenantMessage[]> {
    const response = await fetch(`${this.#api}/inbox?to=${encodeURIComponent(address)}&wait=5`);

    return (await response.json()) as readonly TenantMessage[];
  }

  async codeFor(address: string): Promise<string> {
    return (await this.messagesTo(address))[0]?.code ?? '';
  }

  async linkFor(address: string): Promise<string> {
    return (await this.messagesTo(address))[0]?.link ?? '';
  }

  async users(): Promise<readonly TenantUser[]> {
    const response = await fetch(`${this.#api}/users`);

    return (await response.json()) as readonly TenantUser[];
  }

  /** The account with this id, or `undefined` when there is none of its own. */
  async user(userId: string): Promise<TenantUser | undefined> {
    return (await this.users()).find((user) => user.user_id === userId);
  }

  async #send(method: string, path: string, body: object): Promise<Response> {
    const response = await fetch(`${this.#api}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}.`);

    return response;
  }
}

/** The tenant behind the application that the journeys use. */
export const localTenant = new LocalTenant(tenantOrigin);

/** `provider|id` of every sign-in method of an account. */
export const methodsOf = (user: TenantUser | undefined): readonly string[] =>
  (user?.identities ?? []).map(({ provider, user_id: id }) => `${provider}|${id}`);
