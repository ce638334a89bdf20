import { secretId } from '../../../protocol/random.ts';
import type { Exchange } from '../../../state/exchange.ts';
import { readTenantCookie, tenantCookie } from './tenant-cookie.ts';

const yearMs = 31_536_000_000;

/** What tells one browser from another: a sign-in is for the browser it was started in (§4.3, §9). */
export interface BrowserMark {
  readonly id: string;
  /** The headers that mark a browser which has no mark yet. */
  readonly setCookie: readonly string[];
}

/** The mark of the asking browser, if it has one. */
export function findBrowser(exchange: Exchange): string | undefined {
  return readTenantCookie('browser', exchange);
}

/** The mark of the asking browser, or a new one. */
export function markBrowser(exchange: Exchange): BrowserMark {
  const known = findBrowser(exchange);
  if (known !== undefined && known !== '') return { id: known, setCookie: [] };
  const id = secretId();
  return {
    id,
    setCookie: tenantCookie('browser', { value: id, maxAgeMs: yearMs }, exchange.state),
  };
}
