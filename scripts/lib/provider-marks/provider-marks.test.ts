import { deepEqual } from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { repository } from '../paths.ts';
import { providerMarks, providerMarksFolders } from './provider-marks.ts';

for (const folder of providerMarksFolders) {
  test(`the marks of ${relative(repository, folder)} are those of the package that keeps them, and no others`, async () => {
    const files = await readdir(folder);
    const texts = files.map(async (file): Promise<[string, string]> => [
      file,
      await readFile(join(folder, file), 'utf8'),
    ]);

    deepEqual(new Map((await Promise.all(texts)).sort()), new Map([...providerMarks()].sort()));
  });
}
