import { join } from 'node:path';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

import type { AddressOptions } from '../http/server/address.ts';
import { defined } from '../protocol/json.ts';
import type { SeedFiles } from '../seed/read-seed.ts';
import { StartError } from '../seed/start-error.ts';
import type { ServeOptions } from '../serve.ts';

const flags = {
  seed: { type: 'string' },
  tenant: { type: 'string' },
  people: { type: 'string' },
  local: { type: 'string' },
  app: { type: 'string', multiple: true },
  port: { type: 'string' },
  origin: { type: 'string' },
  cert: { type: 'string' },
  key: { type: 'string' },
  'behind-proxy': { type: 'boolean' },
  import: { type: 'string' },
  'export-on-exit': { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

const usage =
  'The options are --seed <folder>, --tenant <file>, --people <file or number>, --local <file>, --app <origin>, --port <number>, --origin <origin>, --cert <file>, --key <file>, --behind-proxy, --import <file> and --export-on-exit <file>.';

type Flags = Readonly<Partial<Record<Exclude<keyof typeof flags, 'app' | 'behind-proxy'>, string>>>;

/**
 * Reads `PORT` and the command line, which wins. `--seed` is a folder with all of a tenant's files; the other
 * options name one of them each, and `--people` may also be how many people to make up.
 */
export function parseOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ServeOptions {
  const {
    app,
    port,
    origin,
    cert,
    key,
    'behind-proxy': isBehindProxy = false,
    import: importFile,
    'export-on-exit': exportFile,
    ...files
  } = parseFlags(args);

  return {
    ...parseAddress(port, environment['PORT'], origin),
    isBehindProxy,
    ...parseCertificate(cert, key),
    appOrigins: app ?? [],
    ...seedFiles(files),
    ...(importFile !== undefined && { importFile }),
    ...(exportFile !== undefined && { exportFile }),
  };
}

/** With an origin the port is in it, and that of the environment is for somebody else. */
function parseAddress(
  port: string | undefined,
  environmentPort: string | undefined,
  origin: string | undefined,
): AddressOptions {
  if (port !== undefined) return { port: parsePort('--port ', port), ...defined({ origin }) };
  if (origin !== undefined) return { origin };

  return environmentPort === undefined ? {} : { port: parsePort('PORT=', environmentPort) };
}

function parseCertificate(
  certFile: string | undefined,
  keyFile: string | undefined,
): Pick<ServeOptions, 'certificate'> {
  if (certFile === undefined && keyFile === undefined) return {};
  if (certFile === undefined || keyFile === undefined) {
    throw new StartError('--cert and --key go together.');
  }

  return { certificate: { certFile, keyFile } };
}

function seedFiles({ seed, tenant, people, local }: Flags): SeedFiles {
  const isNumber = people !== undefined && /^\d{1,7}$/.test(people);

  return {
    ...(seed !== undefined && {
      tenantFile: join(seed, 'tenant.yaml'),
      peopleFile: join(seed, 'people.json'),
      localFile: join(seed, 'local.json'),
    }),
    ...(tenant !== undefined && { tenantFile: tenant }),
    ...(people !== undefined && !isNumber && { peopleFile: people }),
    ...(isNumber && { generatedPeople: Number(people) }),
    ...(local !== undefined && { localFile: local }),
  };
}

function parseFlags(
  args: readonly string[],
): Flags & { readonly app?: string[]; readonly 'behind-proxy'?: boolean } {
  try {
    return parseArgs({ args: [...args], options: flags }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`${reason} ${usage}`);
  }
}

function parsePort(source: string, text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new StartError(`${source}${text} is not a port.`);

  return port;
}
