import { readFileSync } from 'node:fs';

import { parseJson } from './protocol/json.ts';
import { StartError } from './start-error.ts';
import { SeedError } from './state/checked.ts';
import { withAppOrigin } from './state/client.ts';
import { parseSeed, type Seed } from './state/seed.ts';

const ownSeed = new URL('../seed.json', import.meta.url);

/** The client that an app's origin is added to. */
const appClient = 'ligature-spa';

/** Reads a seed file, the project's own if none is named, and lets the app run at these origins. */
export function readSeed(file: string | undefined, appOrigins: readonly string[]): Seed {
  const origins = appOrigins.map(checkedOrigin);
  const seed = parseFile(file ?? ownSeed);

  return {
    ...seed,
    clients: seed.clients.map((client) =>
      client.client_id === appClient ? origins.reduce(withAppOrigin, client) : client,
    ),
  };
}

function parseFile(file: string | URL): Seed {
  try {
    return parseSeed(parseJson(readFileSync(file, 'utf8')), Date.now());
  } catch (error) {
    if (error instanceof SeedError) throw new StartError(`${String(file)}: ${error.message}.`);
    throw new StartError(`${String(file)} cannot be read.`, { cause: error });
  }
}

function checkedOrigin(text: string): string {
  if (URL.parse(text)?.origin !== text) {
    throw new StartError(`${text} is not an origin such as http://localhost:4200.`);
  }

  return text;
}
