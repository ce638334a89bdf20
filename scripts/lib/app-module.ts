import { registerHooks } from 'node:module';

import { repository } from './paths.ts';

/** The application's modules name each other as its bundler wants it, without `.ts`. */
registerHooks({
  resolve: (specifier, context, next) =>
    next(/^\.{1,2}\/(?:.*\/)?[^./]+$/.test(specifier) ? `${specifier}.ts` : specifier, context),
});

/** A module of the application's pure core. What it exports is for the caller to know. */
export const appModule = async <Exports>(path: string): Promise<Exports> =>
  (await import(`${repository}/src/app/${path}.ts`)) as Exports;
