import { writeFile } from 'node:fs/promises';
import { configSchemaText } from './config-schema.ts';
import { configSchemaFile } from '../paths.ts';

await writeFile(configSchemaFile, await configSchemaText());
