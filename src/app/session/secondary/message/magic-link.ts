/** The tenant's page at which the link of a message is used (contract §4.3). */
const redeemingPath = '/passwordless/verify_redirect';

/** The tenant's link in a message. */
export interface MagicLink {
  readonly href: string;
  /** The `state` of the request that the link goes on with, which only the tab that sent it knows. */
  readonly state: string;
}

/**
 * Reads the tenant's link in the fragment of our own page, to which the message leads. `undefined` for any address but
 * a link of this very tenant, so that the page sends nobody anywhere else.
 */
export function magicLinkIn(fragment: string, tenantOrigin: string): MagicLink | undefined {
  const text = decoded(fragment.replace(/^#/, ''));
  if (text === undefined || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const state = url.searchParams.get('state') ?? '';
  const isTheTenants =
    url.origin === tenantOrigin && url.pathname === redeemingPath && url.username === '';

  return isTheTenants && state !== '' ? { href: url.href, state } : undefined;
}

function decoded(text: string): string | undefined {
  // A broken escape throws, and only the attempt tells.
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
