import type { TenantConfig } from './ligature-config';

/** What a setting is set at, in Auth0's dashboard. */
export type DashboardPage =
  'tenant' | 'application' | 'applicationApis' | 'managementApi' | 'connections' | 'customDomains';

/** Whose tenant this is: one on this machine, or what the configuration calls it, in Auth0's own words for it. */
export type TenantEnvironment = 'local' | TenantConfig['environment'];

const dashboard = 'https://manage.auth0.com';

/** Hosts of the public cloud: the tenant's name, and the region unless it is the first one. */
const publicCloud = /^([a-z0-9-]+)\.(?:([a-z]{2})(?:-\d+)?\.)?auth0\.com$/;

const paths: Readonly<Record<DashboardPage, (clientId: string) => string>> = {
  tenant: () => '',
  application: (clientId) => `applications/${clientId}/settings`,
  applicationApis: (clientId) => `applications/${clientId}/apis`,
  managementApi: () => 'apis',
  connections: (clientId) => `applications/${clientId}/connections`,
  customDomains: () => 'tenant/custom_domains',
};

const registration = (clientId: string) => `applications#application-${clientId}`;

/** Where a tenant on this machine has the same. */
const workbenchPaths: Readonly<Record<DashboardPage, (clientId: string) => string>> = {
  tenant: () => '',
  application: registration,
  applicationApis: () => 'settings',
  managementApi: () => 'settings',
  connections: registration,
  customDomains: () => 'settings',
};

/** Whether the tenant is on this machine, where it has a workbench instead of a dashboard. */
export function isLocal({ origin }: Pick<TenantConfig, 'origin'>): boolean {
  const { protocol, hostname } = new URL(origin);

  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

export const environmentOf = (tenant: TenantConfig): TenantEnvironment =>
  isLocal(tenant) ? 'local' : tenant.environment;

/**
 * The address of the page at which something is set. The dashboard is known by the tenant's canonical domain, which the
 * audience names where people sign in at a custom one. A private cloud has another dashboard, so it opens at its front.
 */
export function dashboardAddress(tenant: TenantConfig, page: DashboardPage): string {
  const clientId = encodeURIComponent(tenant.clientId);
  if (isLocal(tenant)) return `${tenant.origin}/_tenant/${workbenchPaths[page](clientId)}`;
  const path = paths[page](clientId);
  for (const address of [tenant.audience, tenant.origin]) {
    const [, name, region = 'us'] = publicCloud.exec(new URL(address).hostname) ?? [];
    if (name !== undefined) return `${dashboard}/dashboard/${region}/${name}/${path}`;
  }

  // The dashboard's own short addresses lead to the tenant that was open last.
  return `${dashboard}/#/${path}`;
}
