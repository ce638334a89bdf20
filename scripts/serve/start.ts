import { readAppConfig } from '../lib/app-config.ts';
import { buildApp, expectBuiltApp } from '../lib/build-app.ts';
import { expectFreePorts, planLocalServers, startTenant } from './local-servers.ts';
import { builtApp, configFile } from '../lib/paths.ts';
import { runCommand, untilStopped } from '../lib/run-command.ts';
import { serveApp } from './serve-app.ts';
import { parseStartOptions } from './start-options.ts';
import { welcome } from './welcome.ts';

await runCommand(async () => {
  const { build, ...places } = parseStartOptions(process.argv.slice(2));
  const plan = planLocalServers(readAppConfig(configFile), places);
  await expectFreePorts(plan, {
    app: (port) => `npm start -- --port ${port}`,
    tenant: (port) => `npm start -- --tenant-port ${port}`,
  });

  if (build) {
    console.log('Building the application …');
    await buildApp();
  }
  expectBuiltApp();

  const tenant = await startTenant(plan);
  const app = await serveApp({ ...places, root: builtApp, config: plan.config });
  console.log(welcome(plan, tenant));

  await untilStopped();
  await Promise.all([app.close(), tenant?.close()]);
});
