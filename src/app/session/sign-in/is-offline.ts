/** How long a tenant may take to show that it is there, in milliseconds. */
const timeoutMs = 5_000;

/**
 * Tells whether nothing can be sent to a tenant now, by its origin. A device without a way to the internet calls itself
 * offline, and may still reach a tenant in its own network or on the same machine: so the tenant is asked.
 */
export const isOffline = async (tenant: string): Promise<boolean> =>
  !navigator.onLine && !(await answers(tenant));

async function answers(tenant: string): Promise<boolean> {
  try {
    await fetch(`${tenant}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(timeoutMs),
    });

    return true;
  } catch {
    return false;
  }
}
