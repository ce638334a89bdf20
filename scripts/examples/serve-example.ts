import type { ServedTenant } from '../../tenant/src/serve.ts';
import { readAppConfig, tenantOrigin } from '../lib/app-config.ts';
import { configFile } from '../lib/paths.ts';
import {
  expectFreePorts,
  planLocalServers,
  startTenant,
  type LocalPlan,
} from '../serve/local-servers.ts';
import { serveApp } from '../serve/serve-app.ts';
import { builtExample } from './build-example.ts';
import { reportsApi, reportsAudience } from './reports-api.ts';

/** Where an example has the pages of Ligature: below a path of its router, or in a page whose element has a parameter for them. */
const mounts: Readonly<Record<string, string>> = {
  'portal-angular': '/settings/sign-in/',
  'portal-plain': '/account.html?ligature-page=/',
};

export const examples = Object.keys(mounts);

export interface ServedExample {
  readonly plan: LocalPlan;
  readonly tenant: ServedTenant | undefined;
  close(): Promise<void>;
}

/** Serves a built example, and the local tenant beside it, which knows the addresses of its pages. */
export async function serveExample(
  name: string,
  ports: { readonly port: number; readonly tenantPort: number | undefined },
): Promise<ServedExample> {
  const plan = planLocalServers(readAppConfig(configFile), { ...ports, base: mounts[name] ?? '/' });
  const command = `npm run example -- ${name}`;
  await expectFreePorts(plan, {
    app: (port) => `${command} --port ${port}`,
    tenant: (port) => `${command} --tenant-port ${port}`,
  });
  const origin = `http://localhost:${ports.port}`;
  // The portal has a callback of its own.
  const tenant = await startTenant(plan, [origin]);
  const { clientId } = plan.config.tenant;
  const domain = tenantOrigin(plan.config);
  const app = await serveApp({
    port: ports.port,
    root: builtExample(name),
    config: plan.config,
    answers: new Map([
      [
        '/portal.json',
        () =>
          Promise.resolve({ status: 200, body: { domain, clientId, audience: reportsAudience } }),
      ],
      ['/api/reports', reportsApi(domain)],
    ]),
  });

  return {
    plan,
    tenant,
    close: async () => {
      await Promise.all([app.close(), tenant?.close()]);
    },
  };
}
