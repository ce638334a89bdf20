import { OptionError, parseOptions } from '../lib/options.ts';
import type { ProbedTenant } from './question.ts';

/** Reads which tenant is asked: the local one, unless the options say otherwise. */
export function parseProbeOptions(args: readonly string[]): ProbedTenant {
  const values = parseOptions(args, {
    domain: { type: 'string' },
    client: { type: 'string' },
    callback: { type: 'string' },
  });
  const callback = values.callback ?? 'http://localhost:4200/callback';
  if (URL.parse(callback) === null) {
    throw new OptionError(`--callback must be an address, not "${callback}"`);
  }

  return {
    origin: originOf(values.domain ?? 'http://localhost:4400'),
    clientId: values.client ?? 'ligature-spa',
    callback,
  };
}

/** A domain is a host, as the SDKs take it, or an origin. */
function originOf(domain: string): string {
  const url = URL.parse(domain.includes('://') ? domain : `https://${domain}`);
  if (url === null) throw new OptionError(`--domain must be a host or an origin, not "${domain}"`);

  return url.origin;
}
