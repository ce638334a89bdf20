import { OptionError, parseOptions, portOption } from '../lib/options.ts';
import { runCommand, untilStopped } from '../lib/run-command.ts';
import { buildExample } from './build-example.ts';
import { examples, serveExample } from './serve-example.ts';

/** `npm run example -- portal-angular`: a portal that has Ligature in it, and the local tenant beside it. */
await runCommand(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  if (!examples.includes(name)) throw new OptionError(`Which one: ${examples.join(', ')}?`);
  const options = parseOptions(args, {
    port: { type: 'string' },
    'tenant-port': { type: 'string' },
    'no-build': { type: 'boolean' },
  });
  if (options['no-build'] !== true) {
    console.log('Building the library and the example …');
    await buildExample(name);
  }

  const port = portOption('port', options.port) ?? 4300;
  const tenantPort = portOption('tenant-port', options['tenant-port']);
  const served = await serveExample(name, { port, tenantPort });
  console.log(`http://localhost:${port}`);

  await untilStopped();
  await served.close();
});
