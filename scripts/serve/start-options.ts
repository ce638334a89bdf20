import type { LocalPorts } from './local-servers.ts';
import { OptionError, parseOptions, portOption } from '../lib/options.ts';

export interface StartOptions extends LocalPorts {
  /** Begins and ends with a slash. */
  readonly base: string;
  /** Whether the application is built first. */
  readonly build: boolean;
}

/** Reads the options of `npm start`. */
export function parseStartOptions(args: readonly string[]): StartOptions {
  const values = parseOptions(args, {
    port: { type: 'string' },
    'tenant-port': { type: 'string' },
    base: { type: 'string' },
    'no-build': { type: 'boolean' },
  });
  const port = portOption('port', values.port) ?? 4200;
  const tenantPort = portOption('tenant-port', values['tenant-port']);

  const base = baseOption(values.base);

  return { port, tenantPort, base, build: values['no-build'] !== true };
}

/** A folder such as `/portal/`, however many of its slashes are written. */
function baseOption(value = '/'): string {
  const base = `/${value.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  if (!/^\/(?:[\w.~-]+\/)*$/.test(base)) {
    throw new OptionError(`--base must be a folder such as /portal/, not "${value}"`);
  }

  return base;
}
