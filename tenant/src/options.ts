import { join } from 'node:path';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

import type { SeedFiles } from './read-seed.ts';
import type { ServeOptions } from './serve.ts';
import { StartError } from './start-error.ts';

const flags = {
  seed: { type: 'string' },
  tenant: { type: 'string' },
  people: { type: 'string' },
  local: { type: 'string' },
  app: { type: 'string', multiple: true },
  port: { type: 'string' },
  import: { type: 'string' },
  'export-on-exit': { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

const usage =
  'The options are --seed <folder>, --tenant <file>, --people <file or number>, --local <file>, --app <origin>, --port <number>, --import <file> and --export-on-exit <file>.';

type Flags = Readonly<Partial<Record<Exclude<keyof typeof flags, 'app'>, string>>>;

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
    import: importFile,
    'export-on-exit': exportFile,
    ...files
  } = parseFlags(args);

  return {
    port:
      port === undefined
        ? parsePort('PORT=', environment['PORT'] ?? '4400')
        : parsePort('--port ', port),
    appOrigins: app ?? [],
    ...seedFiles(files),
    ...(importFile !== undefined && { importFile }),
    ...(exportFile !== undefined && { exportFile }),
  };
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

function parseFlags(args: readonly string[]): Flags & { readonly app?: string[] } {
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
