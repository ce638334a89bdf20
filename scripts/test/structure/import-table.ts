import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Elements, Matcher } from '@boundaries/elements';
import type { Linter } from 'eslint';

import { repository } from '../../lib/paths.ts';
import type { Import } from './read-structure.ts';

type ElementsModule = typeof import('@boundaries/elements');
type Selector = Exclude<Parameters<Matcher['isEntityMatch']>[1], string>;
type Descriptors = Parameters<Elements['getMatcher']>[0];

/** One line of the import table, as the linter has it; a later one overrides those before it. */
interface Policy {
  readonly from: Selector;
  readonly allow?: { readonly to: Selector };
  readonly disallow?: { readonly to: Selector };
}

/** Whether the table that the linter runs allows an import. */
export type AllowsImport = (one: Import) => boolean;

/** Loads the architecture rules of the repository, for a tree with its folders that lies at `root`. */
export async function loadArchitecture(root: string): Promise<Linter.Config[]> {
  const { architecture } = (await import(
    pathToFileURL(join(repository, 'eslint.architecture.mjs')).href
  )) as { readonly architecture: (rootDirectory: string) => Linter.Config[] };

  return architecture(root);
}

/** Reads the table out of the linter's own configuration: there is no second one. */
export async function readImportTable(): Promise<AllowsImport> {
  const config = (await loadArchitecture(repository)).find(
    ({ plugins }) => plugins?.['boundaries'],
  );
  const { settings = {}, rules = {} } = config ?? {};
  const [, { policies, checkInternals = false }] = rules['boundaries/dependencies'] as [
    string,
    { readonly policies: readonly Policy[]; readonly checkInternals?: boolean },
  ];
  // By `require`: what the package has for `import` cannot be loaded by Node.
  const { Elements } = createRequire(import.meta.url)('@boundaries/elements') as ElementsModule;
  const matcher = new Elements().getMatcher({
    elements: settings['boundaries/elements'],
    files: settings['boundaries/files'],
    // As the linter does by itself: the first description that fits.
    elementsSingleMatch: true,
  } as Descriptors);
  const placeOf = (file: string): string | undefined =>
    matcher.describeEntity(file).element.path ?? undefined;
  const isOf = cached(
    (file) => JSON.stringify([placeOf(file), matcher.describeEntity(file).file.categories]),
    (file, selector: Selector) => matcher.isEntityMatch(file, selector),
  );

  return ({ from, to }) => {
    const isInternal = placeOf(from) !== undefined && placeOf(from) === placeOf(to);
    if (isInternal && !checkInternals) return true;
    const last = policies
      .filter((policy) => isOf(from, policy.from))
      .findLast(({ allow, disallow }) =>
        [allow, disallow].some((side) => side !== undefined && isOf(to, side.to)),
      );

    return last?.allow !== undefined;
  };
}

/** The imports that run up the table. */
export const arrowsUp = (imports: readonly Import[], allows: AllowsImport): readonly string[] =>
  imports
    .filter((one) => !allows(one))
    .map(({ from, to }) => `import: ${from} may not import ${to}`);

/** Asks once for all files of a kind, and remembers the answer. */
function cached<Key extends object>(
  kindOf: (file: string) => string,
  ask: (file: string, key: Key) => boolean,
): (file: string, key: Key) => boolean {
  const kinds = new Map<string, string>();
  const answers = new Map<Key, Map<string, boolean>>();

  return (file, key) => {
    const kind = kinds.get(file) ?? kindOf(file);
    kinds.set(file, kind);
    const known = answers.get(key) ?? new Map<string, boolean>();
    answers.set(key, known);
    const answer = known.get(kind) ?? ask(file, key);
    known.set(kind, answer);

    return answer;
  };
}
