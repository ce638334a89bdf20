import { globSync } from 'node:fs';
import { build } from 'esbuild';

import { repository } from '../../lib/paths.ts';

const angular = /^@(?:angular|ngrx)\/|^@auth0\/auth0-angular/;

/** The specs that import nothing of Angular, not even by way of others: what takes long to load is not loaded for them. */
export async function specsWithoutAngular(): Promise<readonly string[]> {
  const specs = globSync('src/**/*.spec.ts', { cwd: repository });
  const { metafile } = await build({
    absWorkingDir: repository,
    entryPoints: specs,
    bundle: true,
    packages: 'external',
    format: 'esm',
    splitting: true,
    loader: { '.html': 'empty' },
    outdir: 'dist',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const needs = (file: string, seen: Set<string>): boolean => {
    if (seen.has(file)) return false;
    seen.add(file);
    const imports = metafile.inputs[file]?.imports ?? [];

    return imports.some(({ path, external }) =>
      external === true ? angular.test(path) : needs(path, seen),
    );
  };

  return specs.filter((spec) => !needs(spec.replaceAll('\\', '/'), new Set()));
}
