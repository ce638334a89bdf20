import { parseArgs } from 'node:util';

import { StartError } from './start-error.ts';
import type { ServeOptions } from './serve.ts';

/** Reads `PORT`, `--seed <file>` and any number of `--app <origin>`. */
export function parseOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ServeOptions {
  const { seed, app } = parseFlags(args);

  return {
    port: parsePort(environment['PORT'] ?? '4400'),
    appOrigins: app ?? [],
    ...(seed !== undefined && { seedFile: seed }),
  };
}

function parseFlags(args: readonly string[]): { seed?: string; app?: string[] } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { seed: { type: 'string' }, app: { type: 'string', multiple: true } },
    });

    return values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`${reason} The options are --seed <file> and --app <origin>.`);
  }
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new StartError(`PORT=${text} is not a port.`);

  return port;
}
