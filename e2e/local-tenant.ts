import { tenantOrigin } from './addresses.ts';

/** An account as the tenant's control plane shows it, as far as the journeys look at it. */
export interface TenantUser {
  readonly user_id: string;
  readonly identities: readonly { readonly provider: string; readonly user_id: string }[];
  readonly user_metadata?: Readonly<Record<string, unknown>>;
}

const api = `${tenantOrigin}/_tenant/api`;

/** The tenant behind the application, asked over HTTP what really happened. */
export const localTenant = {
  async reset(): Promise<void> {
    await fetch(`${api}/reset`, { method: 'POST' });
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

/** `provider|id` of every sign-in method of an account. */
export const methodsOf = (user: TenantUser | undefined): readonly string[] =>
  (user?.identities ?? []).map(({ provider, user_id: id }) => `${provider}|${id}`);
