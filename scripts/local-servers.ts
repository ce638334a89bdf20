import { serveTenant } from '../tenant/src/serve.ts';
import { type AppConfig, localTenantPort, withTenantPort } from './app-config.ts';
import { CommandError } from './command-error.ts';
import { expectFreePort } from './free-port.ts';

export interface LocalPorts {
  readonly port: number;
  /** `undefined`: the one that `config.json` names. */
  readonly tenantPort: number | undefined;
}

/** Where the application and the local tenant are going to listen. */
export interface LocalPlan {
  /** The configuration the application gets. */
  readonly config: AppConfig;
  readonly appOrigin: string;
  /** `undefined` when `config.json` names a tenant that is not on this machine. */
  readonly tenantPort: number | undefined;
}

/** The tenant that runs in this process. */
export type LocalTenant = Awaited<ReturnType<typeof serveTenant>>;

/** Decides where everything listens, and with which configuration. */
export function planLocalServers(config: AppConfig, { port, tenantPort }: LocalPorts): LocalPlan {
  const named = localTenantPort(config);
  if (tenantPort !== undefined && named === undefined) {
    throw new CommandError(
      '--tenant-port is for the local tenant, but public/config.json names another one.',
    );
  }

  return {
    config: tenantPort === undefined ? config : withTenantPort(config, tenantPort),
    appOrigin: `http://localhost:${port}`,
    tenantPort: tenantPort ?? named,
  };
}

/** Throws unless every port of the plan is free. `advice` says how to choose another. */
export async function expectFreePorts(
  { appOrigin, tenantPort }: LocalPlan,
  advice: { readonly app: string; readonly tenant: string },
): Promise<void> {
  await expectFreePort(Number(new URL(appOrigin).port), advice.app);
  if (tenantPort !== undefined) await expectFreePort(tenantPort, advice.tenant);
}

/** Starts the local tenant for the application of the plan, if the plan has one. */
export async function startTenant(plan: LocalPlan): Promise<LocalTenant | undefined> {
  if (plan.tenantPort === undefined) return undefined;

  return serveTenant({ port: plan.tenantPort, appOrigins: [plan.appOrigin] });
}
