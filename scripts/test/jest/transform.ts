import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { transformSync, version } from 'esbuild';
import type preset from 'jest-preset-angular';

type AngularTransformer = ReturnType<(typeof preset)['default']['createTransformer']>;
type Rest<Method extends 'process' | 'getCacheKey'> = Parameters<AngularTransformer[Method]>;

let loaded: AngularTransformer | undefined;

/** Angular's compiler, and TypeScript with it, which take a second to load: for those files alone that need it. */
function angular(): AngularTransformer {
  const require = createRequire(import.meta.url);
  loaded ??= (require('jest-preset-angular') as typeof preset).default.createTransformer({
    tsconfig: '<rootDir>/tsconfig.spec.json',
    stringifyContentPathRegex: '\\.html$',
  });

  return loaded;
}

/** Whether a file has a template or a decorator, or mocks a module, which has to happen before its imports. */
const needsAngular = (source: string, path: string): boolean =>
  path.endsWith('.html') || (path.endsWith('.ts') && /^\s*(?:@[A-Z]|jest\.mock\()/m.test(source));

/**
 * How Jest gets at our files, and at packages that come as ES modules alone. What esbuild adds to a file would be
 * counted as code that no test runs, so that where code is counted all of it goes through the other.
 */
export function process(...args: Rest<'process'>): ReturnType<AngularTransformer['process']> {
  const [source, path, { instrument }] = args;
  if (instrument || needsAngular(source, path)) return angular().process(...args);

  return transformSync(source, {
    loader: path.endsWith('.ts') ? 'ts' : 'js',
    format: 'cjs',
    target: 'es2022',
    supported: { 'dynamic-import': false },
    sourcefile: path,
    // Nobody looks for a mistake in the lines of a package, and its maps are large.
    sourcemap: !path.includes('node_modules'),
  });
}

export function getCacheKey(...args: Rest<'getCacheKey'>): string {
  const [source, path, { configString, instrument }] = args;
  if (instrument || needsAngular(source, path)) return angular().getCacheKey(...args);
  const hash = createHash('sha1');
  for (const part of [source, path, configString, String(instrument), version]) {
    hash.update(part).update('\0');
  }

  return hash.digest('hex');
}
