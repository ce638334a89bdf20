import { tenantOrigin } from './addresses.ts';

/** An account as the tenant's control plane shows it, as far as the journeys look at it. */
export interface TenantUser {
  readonly user_id: string;
  readonly identities: readonly { readonly provider: string; readonly user_id: string }[];
  readonly user_metadata?: Readonly<Record<string, unknown>>;
}

const api = `${tenantOrigin}/_tenant/api`;

/** A message that the tenant would have sent. */
export interface TenantMessage {
  readonly to: string;
  readonly code?: string;
  readonly link?: string;
}

/** The tenant behind the application, asked over HTTP what really happened. */
export const localTenant = {
  async reset(): Promise<void> {
    await send('POST', '/reset', {});
  },

  /** Sets the tenant's clock this far from the real time. */
  async moveClock(offsetSeconds: number): Promise<void> {
    await send('PUT', '/clock', { offsetSeconds });
  },

  /** Ends every session that browsers have at the tenant. */
  async endSessions(): Promise<void> {
    await send('DELETE', '/sessions', {});
  },

  /** Adjusts the tenant while it runs, until it is reset. */
  async adjust(settings: Record<string, unknown>): Promise<void> {
    await send('PUT', '/settings', settings);
  },

  /** Gives the application's registration other settings, until it is reset. */
  async changeClient(settings: Record<string, unknown>): Promise<void> {
    await send('PATCH', '/clients/ligature-spa', settings);
  },

  /** Takes a connection from the application, until it is reset. */
  async disableConnection(name: string): Promise<void> {
    await send('PATCH', `/connections/${name}`, { enabled_clients: [] });
  },

  /** Makes some requests go wrong, until it is reset. */
  async addFault(rule: Record<string, unknown>): Promise<void> {
    await send('POST', '/faults', rule);
  },

  /** Messages to an address, newest first; waits a few seconds for the first. */
  async messagesTo(address: string): Promise<readonly TenantMessage[]> {
    const response = await fetch(`${api}/inbox?to=${encodeURIComponent(address)}&wait=5`);

    return (await response.json()) as readonly TenantMessage[];
  },

  async codeFor(address: string): Promise<string> {
    return (await localTenant.messagesTo(address))[0]?.code ?? '';
  },

  async linkFor(address: string): Promise<string> {
    return (await localTenant.messagesTo(address))[0]?.link ?? '';
  },

  async users(): Promise<readonly TenantUser[]> {
    const response = await fetch(`${api}/users`);

    return (await response.json()) as readonly TenantUser[];
  },

  /** The account with this id, or `undefined` when there is none of its own. */
  async user(userId: string): Promise<TenantUser | undefined> {
    return (await localTenant.users()).find((user) => user.user_id === userId);
  },
};

async function send(method: string, path: string, body: object): Promise<void> {
  const response = await fetch(`${api}${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}.`);
}

/** `provider|id` of every sign-in method of an account. */
export const methodsOf = (user: TenantUser | undefined): readonly string[] =>
  (user?.identities ?? []).map(({ provider, user_id: id }) => `${provider}|${id}`);
