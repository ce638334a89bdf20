import type { LocalPorts } from './local-servers.ts';
import { parseOptions, portOption } from './options.ts';

export interface StartOptions extends LocalPorts {
  /** Whether the application is built first. */
  readonly build: boolean;
}

/** Reads the options of `npm start`. */
export function parseStartOptions(args: readonly string[]): StartOptions {
  const values = parseOptions(args, {
    port: { type: 'string' },
    'tenant-port': { type: 'string' },
    'no-build': { type: 'boolean' },
  });
  const port = portOption('port', values.port) ?? 4200;
  const tenantPort = portOption('tenant-port', values['tenant-port']);

  return { port, tenantPort, build: values['no-build'] !== true };
}
