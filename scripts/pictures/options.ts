import { join, resolve } from 'node:path';

import { OptionError, parseOptions } from '../options.ts';
import { repository } from '../paths.ts';

/** The pictures of the README, of docs/staging.md and of docs/local-tenant.md. */
export const series = ['review', 'staging', 'workbench'] as const;
export type Series = (typeof series)[number];

export interface PicturesOptions {
  /** The folder that the pictures are written to. */
  readonly out: string;
  /** Which pictures are taken. */
  readonly only: readonly Series[];
  /** Whether the application is built first. */
  readonly build: boolean;
}

/** Reads the options of `npm run pictures`. */
export function parsePicturesOptions(args: readonly string[]): PicturesOptions {
  const values = parseOptions(args, {
    out: { type: 'string' },
    only: { type: 'string' },
    'no-build': { type: 'boolean' },
  });
  const names = values.only?.split(',') ?? series;
  const only = series.filter((one) => names.includes(one));
  if (only.length < names.length) throw new OptionError(`--only takes some of ${series.join()}`);

  return {
    only,
    out: resolve(values.out ?? join(repository, 'docs', 'images')),
    build: values['no-build'] !== true,
  };
}
