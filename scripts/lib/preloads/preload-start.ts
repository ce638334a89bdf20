import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from '../command-error.ts';
import { builtApp } from '../paths.ts';

/** What the bundler says of its files (`ng build --stats-json`): what each begins with, and which others it imports. */
export interface BuildStats {
  readonly outputs: Readonly<
    Record<
      string,
      {
        readonly bytes: number;
        readonly entryPoint?: string;
        readonly imports: readonly { readonly path: string; readonly kind: string }[];
      }
    >
  >;
}

/** What is loaded on every page: `main.ts` asks for the other as soon as it knows the language. */
const entryPoints = ['src/main.ts', 'src/start.ts'];

/** How much that may be, in bytes before they are compressed. Angular's own budget does not count what is asked for later. */
const mostBytes = 496_000;

/**
 * Has the page of the build ask at once for everything that the application starts with. Angular's own list has a part of
 * it alone, and the browser would find the rest one import after the other.
 */
export async function preloadStart(): Promise<void> {
  const page = join(builtApp, 'index.html');
  const stats = JSON.parse(
    await readFile(join(builtApp, '..', 'browser-stats.json'), 'utf8'),
  ) as BuildStats;
  const files = startFiles(stats);
  expectWithinBudget(stats, files);
  await writeFile(page, withPreloads(await readFile(page, 'utf8'), files));
}

/** Gives every file that the application starts with. */
export function startFiles({ outputs }: BuildStats): ReadonlySet<string> {
  const files = new Set(
    Object.keys(outputs).filter((file) => entryPoints.includes(outputs[file]?.entryPoint ?? '')),
  );
  // A set that grows while it is walked through is walked through to its new end.
  for (const file of files) {
    for (const { path, kind } of outputs[file]?.imports ?? []) {
      if (kind === 'import-statement') files.add(path);
    }
  }

  return files;
}

/** Fails where every page would have more to load than it has been decided. */
export function expectWithinBudget(
  { outputs }: BuildStats,
  files: ReadonlySet<string>,
  most = mostBytes,
): void {
  const bytes = [...files].reduce((sum, file) => sum + (outputs[file]?.bytes ?? 0), 0);
  if (bytes <= most) return;

  throw new CommandError(`The application starts with ${bytes} bytes, and ${most} is the most.`);
}

/** Adds to a page what it does not preload yet, as it preloads what it does. */
export function withPreloads(html: string, files: ReadonlySet<string>): string {
  const model = /<link rel="modulepreload" href="[^"]*"/.exec(html)?.[0];
  if (model === undefined) throw new Error('The page of the build preloads nothing.');
  const links = [...files]
    .filter((file) => !html.includes(`"${file}"`))
    .map((file) => `<link rel="modulepreload" href="${file}" nonce="{{ nonce }}">`);

  return html.replace(model, links.join('') + model);
}
