import { strictEqual } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { configSchemaText } from './config-schema.ts';
import { configSchemaFile } from '../paths.ts';

test('editors are given the schema that the application checks its configuration with', async () => {
  strictEqual(await readFile(configSchemaFile, 'utf8'), await configSchemaText());
});
