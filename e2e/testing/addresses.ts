import { availableParallelism } from 'node:os';

/** How many tests run side by side; each has an application, and tenants, of its own. */
export const lanes = Math.min(availableParallelism(), 4);

/** Where the tests of a lane find their application and tenant, beside those of a developer. */
export function portsOf(lane: number) {
  const first = 10 * lane;

  return {
    app: 4201 + first,
    tenant: 4401 + first,
    /** The pages of the shipped clients, and the tenant that they alone talk to. */
    client: 4202 + first,
    clientTenant: 4402 + first,
    /** A portal with Ligature in it, while a test serves one, and its tenant. */
    portal: 4203 + first,
    portalTenant: 4403 + first,
  };
}

/** The origin of a port on this machine. */
export const originOf = (port: number): string => `http://localhost:${port}`;

/** The same port as another site than the tenant's, so that the browser holds the tenant's cookies back. */
export const crossSiteOf = (port: number): string => `http://127.0.0.1:${port}`;

// Playwright tells its workers which lane is theirs.
const own = portsOf(Number(process.env['TEST_PARALLEL_INDEX'] ?? 0));

export const { app: appPort, client: clientPort, clientTenant: clientTenantPort } = own;
export const appOrigin = originOf(own.app);
export const tenantOrigin = originOf(own.tenant);
export const clientOrigin = originOf(own.client);
export const clientTenantOrigin = originOf(own.clientTenant);
export const portalPorts = { port: own.portal, tenantPort: own.portalTenant };
export const portalOrigin = originOf(own.portal);
export const portalTenantOrigin = originOf(own.portalTenant);
