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
} as const satisfies ParseArgsOptionsConfig;

const usage =
  'The options are --seed <folder>, --tenant <file>, --people <file or number>, --local <file> and --app <origin>.';

type Flags = Readonly<Partial<Record<'seed' | 'tenant' | 'people' | 'local', string>>>;

/**
 * Reads `PORT` and the command line. `--seed` is a folder with all of a tenant's files; the other
 * options name one of them each, and `--people` may also be how many people to make up.
 */
export function parseOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ServeOptions {
  const { app, ...files } = parseFlags(args);

  return {
    port: parsePort(environment['PORT'] ?? '4400'),
    appOrigins: app ?? [],
    ...seedFiles(files),
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

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new StartError(`PORT=${text} is not a port.`);

  return port;
}
