import { parseOptions } from '../lib/options.ts';
import { runCommand } from '../lib/run-command.ts';
import { buildLibrary } from './build-library.ts';

/** `npm run build:lib`. */
await runCommand(async () => {
  const options = parseOptions(process.argv.slice(2), { 'accept-api': { type: 'boolean' } });
  await buildLibrary({ acceptsApi: options['accept-api'] === true });
});
