import { serialize } from 'hono/utils/cookie';

import { cookie } from '../../../protocol/http.ts';
import type { Exchange, TenantState } from '../../../state/tenant-state.ts';

/** What the tenant keeps in a browser: who is signed in there, and which browser it is. */
type Kind = 'session' | 'browser';

/**
 * Makes the headers that keep a value in a browser for so long; 0 takes it away. Over https pages of
 * other sites send it too, as Auth0's cookies are sent, with a twin for browsers that do not know
 * `SameSite=None`. Browsers take no such cookie over http.
 */
export function tenantCookie(
  kind: Kind,
  { value, maxAgeMs }: { readonly value: string; readonly maxAgeMs: number },
  state: TenantState,
): readonly string[] {
  const name = nameOf(kind, state);
  const options = { path: '/', httpOnly: true, maxAge: maxAgeMs / 1000 };
  if (!isSecure(state)) return [serialize(name, value, { ...options, sameSite: 'Lax' })];
  const secure = { ...options, secure: true };

  return [
    serialize(name, value, { ...secure, sameSite: 'None' }),
    serialize(twinOf(name), value, secure),
  ];
}

/** Reads the value that the asking browser has; `undefined` if it has none. */
export function readTenantCookie(kind: Kind, { request, state }: Exchange): string | undefined {
  const name = nameOf(kind, state);

  return cookie(request, name) ?? (isSecure(state) ? cookie(request, twinOf(name)) : undefined);
}

// Browsers share cookies between the ports of a host, and with them all tenants that run on one.
function nameOf(kind: Kind, { issuer }: TenantState): string {
  return `tenant_${kind}_${new URL(issuer).port}`;
}

function twinOf(name: string): string {
  return `${name}_compat`;
}

function isSecure({ issuer }: TenantState): boolean {
  return issuer.startsWith('https:');
}
