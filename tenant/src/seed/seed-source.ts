import { statSync } from 'node:fs';

import type { Seed } from '../state/config/seed.ts';
import { readSeed, type SeedFiles } from './read-seed.ts';

/** What a tenant starts from, and what it would start from now. */
export interface SeedSource {
  readonly seed: Seed;
  /** What of the files has no effect here, a line each. */
  readonly notices: readonly string[];
  /** Reads the files again if one of them has changed. Throws a `StartError` where they say nothing to start from. */
  readonly latest: () => Seed;
}

/** Reads the files of a tenant as `readSeed` does, and again once somebody has changed them. */
export function seedSource(files: SeedFiles = {}, appOrigins: readonly string[] = []): SeedSource {
  const read = () => {
    const names: string[] = [];
    const { seed, notices } = readSeed(files, appOrigins, (file) => names.push(file));

    return { seed, notices, names, stamp: stampOf(names) };
  };
  const first = read();
  let last = first;

  return {
    seed: first.seed,
    notices: first.notices,
    latest: () => {
      if (stampOf(last.names) !== last.stamp) last = read();

      return last.seed;
    },
  };
}

/** Is another as soon as one of the files is. */
const stampOf = (files: readonly string[]): string =>
  files
    .map((file) => {
      const found = statSync(file, { throwIfNoEntry: false });

      return `${found?.mtimeMs}/${found?.size}`;
    })
    .join();
