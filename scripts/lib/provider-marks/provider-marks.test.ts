import { deepEqual } from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { providerMarks, providerMarksFolder } from './provider-marks.ts';

test('the marks of providers are those of the package that keeps them, and no others', async () => {
  const files = await readdir(providerMarksFolder);
  const texts = files.map(async (file): Promise<[string, string]> => [
    file,
    await readFile(join(providerMarksFolder, file), 'utf8'),
  ]);

  deepEqual(new Map((await Promise.all(texts)).sort()), new Map([...providerMarks()].sort()));
});
