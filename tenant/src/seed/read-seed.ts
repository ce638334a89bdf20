import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { JsonReader, SeedError } from '../protocol/json-reader.ts';
import { defined, parseJson } from '../protocol/json.ts';
import { withAppOrigin } from '../state/config/client.ts';
import type { Seed } from '../state/config/seed.ts';
import { parseSeedUser } from '../state/people/seed-user.ts';
import { accountLabel, type User } from '../state/people/user.ts';
import { generatePeople } from './generated-people.ts';
import { parseLocalFacts } from './local-facts.ts';
import { Notices } from './notices.ts';
import { parseTenantFile } from './parse/parse-tenant-file.ts';
import { StartError } from './start-error.ts';
import { parseYaml, withKeywords } from './yaml-text.ts';

/** The files that a tenant starts from; those left out are the project's own. */
export interface SeedFiles {
  /** In the format of the Auth0 Deploy CLI. */
  readonly tenantFile?: string;
  readonly peopleFile?: string;
  /** How many people are made up beside those of the file. */
  readonly generatedPeople?: number;
  /** What the Deploy CLI has no place for. */
  readonly localFile?: string;
}

const ownFolder = fileURLToPath(new URL('../..', import.meta.url));

/** The client that an app's origin is added to. The first origin is what `##APP_ORIGIN##` stands for, too. */
const appClient = 'ligature-spa';

/**
 * Reads the files of a tenant, and lets the app run at these origins; `notices` say what of it has no effect here, and `read` is
 * told of each file before it is read.
 */
export function readSeed(
  files: SeedFiles = {},
  appOrigins: readonly string[] = [],
  read: (file: string) => void = () => undefined,
) {
  const origins = appOrigins.map(checkedPlace);
  const readFile = <Content>(file: string, parse: (text: string) => Content): Content => {
    read(file);

    return parsed(file, parse);
  };
  const tenantFile = resolve(files.tenantFile ?? join(ownFolder, 'tenant.yaml'));
  const notices = new Notices();
  const facts = readFile(files.localFile ?? join(ownFolder, 'local.json'), (text) =>
    parseLocalFacts(jsonIn(text)),
  );
  const keywords = { ...facts.keywords, ...defined({ APP_ORIGIN: origins[0] }) };
  const tenant = readFile(tenantFile, (text) =>
    parseTenantFile(parseYaml(text, keywords), {
      facts,
      readNearby: (path) => {
        const file = resolve(dirname(tenantFile), path);

        return { file, text: readFile(file, (text) => withKeywords(text, keywords)) };
      },
      notices,
    }),
  );
  const users = readFile(files.peopleFile ?? join(ownFolder, 'people.json'), (text) =>
    parsePeople(jsonIn(text), Date.now()),
  );
  const clients = tenant.clients.map((client) =>
    client.client_id === appClient ? origins.reduceRight(withAppOrigin, client) : client,
  );

  const generated = generatePeople(files.generatedPeople ?? 0);

  return {
    seed: { ...tenant, clients, users: [...users, ...generated] },
    notices: notices.lines(tenantFile),
  };
}

/** Reads a list of people in Auth0's user shape. `now` dates those whose dates it leaves out. */
export function parsePeople(value: unknown, nowMs: number): readonly User[] {
  if (!Array.isArray(value)) throw new SeedError('the file must be a list of users');

  return value.map((user: unknown, index) =>
    parseSeedUser(new JsonReader(user, `[${index}]`), nowMs),
  );
}

function parsed<Content>(file: string, parse: (text: string) => Content): Content {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof StartError) throw error;
    if (error instanceof SeedError) throw new StartError(`${file}: ${error.message}.`);
    throw new StartError(`${file} cannot be read.`, { cause: error });
  }
}

function jsonIn(text: string): unknown {
  const value = parseJson(text);
  if (value === undefined) throw new SeedError('the file must be JSON, not too deeply nested');

  return value;
}

/** An origin or a folder of one, without the slash at its end, or a page and a parameter for the path. */
function checkedPlace(text: string): string {
  const place = text.replace(/\/$/, '');
  const { origin = '', pathname = '', search = '' } = URL.parse(text) ?? {};
  const isPlace = place === `${origin}${pathname}`.replace(/\/$/, '');
  const isPage = /^\?[\w-]+=$/.test(search) && text === `${origin}${pathname}${search}`;
  if (!isPlace && !isPage) {
    throw new StartError(
      `${text} is not an origin such as http://localhost:4200, nor a folder of one, nor a page with a parameter for the path.`,
    );
  }

  return place;
}

/** One way into the seed, as a person needs it to sign in. */
export interface SeedPerson {
  readonly userId: string;
  readonly name: string;
  readonly connection: string;
  /** E-mail address, phone number or user name. */
  readonly account: string;
  readonly password?: string;
}

/** Every identity of the seed, in its order. */
export function seedPeople({ users }: Seed): readonly SeedPerson[] {
  return users.flatMap((user) =>
    user.identities.map((identity) => ({
      userId: user.user_id,
      name: identity.profile.name ?? accountLabel(identity),
      connection: identity.connection,
      account: accountLabel(identity),
      ...(identity.password !== undefined && { password: identity.password }),
    })),
  );
}
