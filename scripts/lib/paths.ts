import { join } from 'node:path';

/** The folder of the repository. */
export const repository = join(import.meta.dirname, '..', '..');

/** What `ng build` writes, and what is deployed. */
export const builtApp = join(repository, 'dist', 'ligature', 'browser');

/** The configuration file as it is in the repository. */
export const configFile = join(repository, 'public', 'config.json');

/** Where the test runners leave their results. */
export const testResults = join(repository, 'test-results');

/** What editors complete `config.json` with. */
export const configSchemaFile = join(repository, 'public', 'config.schema.json');
