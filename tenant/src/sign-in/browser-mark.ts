import { serialize } from 'hono/utils/cookie';

import { cookie, type TenantRequest } from '../protocol/request.ts';
import { secretId } from '../state/random.ts';
import type { TenantState } from '../state/tenant-state.ts';

/** What tells one browser from another: a sign-in is for the browser it was started in (§4.3, §9). */
export interface BrowserMark {
  readonly id: string;
  /** The header that marks a browser which has no mark yet. */
  readonly setCookie: string | undefined;
}

/** The mark of the asking browser, if it has one. */
export function findBrowser(request: TenantRequest, state: TenantState): string | undefined {
  return cookie(request, cookieName(state));
}

/** The mark of the asking browser, or a new one. */
export function markBrowser(request: TenantRequest, state: TenantState): BrowserMark {
  const known = findBrowser(request, state);
  if (known !== undefined && known !== '') return { id: known, setCookie: undefined };
  const id = secretId();
  const setCookie = serialize(cookieName(state), id, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: 31_536_000,
  });

  return { id, setCookie };
}

function cookieName(state: TenantState): string {
  return `tenant_browser_${new URL(state.issuer).port}`;
}
