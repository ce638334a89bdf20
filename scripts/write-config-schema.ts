import { writeFile } from 'node:fs/promises';
import { configSchemaText } from './config-schema-text.ts';
import { configSchemaFile } from './paths.ts';

await writeFile(configSchemaFile, await configSchemaText());
