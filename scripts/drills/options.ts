import { resolve } from 'node:path';
import { OptionError, parseOptions, portOption } from '../lib/options.ts';
import { configFile } from '../lib/paths.ts';

export interface DrillsOptions {
  /** The configuration file that the application is served with. */
  readonly config: string;
  /** The folder that the report is written to. */
  readonly out: string;
  /** Drills by their ids; `undefined`: all of them. */
  readonly only: readonly string[] | undefined;
  readonly port: number;
  readonly tenantPort: number | undefined;
  /** Whether the application is built first. */
  readonly build: boolean;
}

/** Reads the options of `npm run drills`. */
export function parseDrillsOptions(args: readonly string[]): DrillsOptions {
  const values = parseOptions(args, {
    config: { type: 'string' },
    out: { type: 'string' },
    only: { type: 'string' },
    port: { type: 'string' },
    'tenant-port': { type: 'string' },
    'no-build': { type: 'boolean' },
  });
  const only = values.only?.split(',').map((id) => id.trim());
  if (only?.some((id) => !/^[\w-]+$/.test(id))) {
    throw new OptionError('--only takes ids of drills, with commas between them');
  }

  return {
    config: resolve(values.config ?? configFile),
    out: resolve(values.out ?? '.'),
    only,
    port: portOption('port', values.port) ?? 4200,
    tenantPort: portOption('tenant-port', values['tenant-port']),
    build: values['no-build'] !== true,
  };
}
