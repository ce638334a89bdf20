import { readAppConfig } from '../lib/app-config.ts';
import { expectFreePorts, planLocalServers, startTenant } from './local-servers.ts';
import { parseOptions, portOption } from '../lib/options.ts';
import { configFile } from '../lib/paths.ts';
import { runCommand, untilStopped } from '../lib/run-command.ts';
import { exitOf, installed, spawnNode } from '../lib/run-node.ts';
import { welcome } from './welcome.ts';

await runCommand(async () => {
  const values = parseOptions(process.argv.slice(2), { port: { type: 'string' } });
  const port = portOption('port', values.port) ?? 4200;
  const plan = planLocalServers(readAppConfig(configFile), { port, tenantPort: undefined });
  await expectFreePorts(plan, {
    app: (port) => `npm run dev -- --port ${port}`,
    tenant: () => 'tenant.domain in public/config.json',
  });

  const tenant = await startTenant(plan);
  console.log(welcome(plan, tenant));
  const angular = spawnNode(
    [installed('@angular/cli/bin/ng.js'), 'serve', '--port', String(port)],
    'inherit',
  );

  const ended = exitOf(angular);
  const outcome = await Promise.race([ended, untilStopped().then(() => 'stopped' as const)]);
  angular.kill();
  await Promise.all([ended, tenant?.close()]);
  if (outcome !== 'stopped') process.exitCode = 1;
});
