import { serveTenant, type ServedTenant, StartError } from '../../tenant/src/serve.ts';
import {
  type AppConfig,
  localTenantPort,
  tenantOrigin,
  withTenantPort,
} from '../lib/app-config.ts';
import { CommandError } from '../lib/command-error.ts';
import { expectFreePort } from './free-port.ts';

export interface LocalPorts {
  readonly port: number;
  /** `undefined`: the one that `config.json` names. */
  readonly tenantPort: number | undefined;
  /** The folder that the application is served in; the origin itself if left out. */
  readonly base?: string;
}

/** Where the application and the local tenant are going to listen. */
export interface LocalPlan {
  /** The configuration the application gets. */
  readonly config: AppConfig;
  /** Without a slash at the end. */
  readonly appUrl: string;
  /** `undefined` when `config.json` names a tenant that is not on this machine. */
  readonly tenantPort: number | undefined;
}

/** Decides where everything listens, and with which configuration. */
export function planLocalServers(
  config: AppConfig,
  { port, tenantPort, base = '/' }: LocalPorts,
): LocalPlan {
  const named = localTenantPort(config);
  if (tenantPort !== undefined && named === undefined) {
    throw new CommandError(
      '--tenant-port is for the local tenant, but public/config.json names another one.',
    );
  }

  if (port === (tenantPort ?? named)) {
    throw new CommandError(`The application and the tenant cannot both have port ${port}.`);
  }

  return {
    config: tenantPort === undefined ? config : withTenantPort(config, tenantPort),
    appUrl: `http://localhost:${port}${base.slice(0, -1)}`,
    tenantPort: tenantPort ?? named,
  };
}

/** Throws unless every port of the plan is free. `another` says how to choose a different one. */
export async function expectFreePorts(
  { appUrl, tenantPort }: LocalPlan,
  another: { app(port: number): string; tenant(port: number): string },
): Promise<void> {
  const port = Number(new URL(appUrl).port);
  await expectFreePort(port, another.app(nextPort(port)));
  if (tenantPort !== undefined)
    await expectFreePort(tenantPort, another.tenant(nextPort(tenantPort)));
}

/** Starts the local tenant for the application of the plan, if the plan has one, and for other places of it. */
export async function startTenant(
  plan: LocalPlan,
  otherPlaces: readonly string[] = [],
): Promise<ServedTenant | undefined> {
  if (plan.tenantPort === undefined) return undefined;

  try {
    // The same application on another site, where the tenant's cookies are somebody else's.
    const crossSite = plan.appUrl.replace('localhost', '127.0.0.1');

    // Over http the tenant is always called localhost, whatever name the configuration has for it.
    const origin = tenantOrigin(plan.config);

    return await serveTenant({
      port: plan.tenantPort,
      appOrigins: [plan.appUrl, crossSite, ...otherPlaces],
      ...(origin.startsWith('https:') && { origin }),
    });
  } catch (error) {
    throw error instanceof StartError ? new CommandError(error.message, { cause: error }) : error;
  }
}

const nextPort = (port: number): number => (port + 100 > 65_535 ? port - 100 : port + 100);
