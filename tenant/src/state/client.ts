/** An application registered at the tenant, in Auth0's names. */
export interface Client {
  readonly client_id: string;
  readonly name: string;
  readonly callbacks: readonly string[];
  readonly allowed_logout_urls: readonly string[];
  readonly web_origins: readonly string[];
  readonly grant_types: readonly string[];
}

/** The same client, reachable from one more origin. */
export function withAppOrigin(client: Client, origin: string): Client {
  return {
    ...client,
    callbacks: [...client.callbacks, `${origin}/callback`, `${origin}/link/callback`],
    allowed_logout_urls: [...client.allowed_logout_urls, origin],
    web_origins: [...client.web_origins, origin],
  };
}

/** Whether a page of this origin may call the tenant: it hosts a callback or is listed (§0). */
export function mayCallFrom(client: Client, origin: string): boolean {
  return (
    client.web_origins.includes(origin) ||
    client.callbacks.some((callback) => new URL(callback).origin === origin)
  );
}
