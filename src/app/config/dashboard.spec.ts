import { dashboardAddress, environmentOf } from './dashboard';
import type { TenantConfig } from './ligature-config';

const tenant = (origin: string, audience = `${origin}/api/v2/`): TenantConfig => ({
  origin,
  audience,
  clientId: 'a b',
  environment: 'development',
});

describe('dashboardAddress', () => {
  it.each([
    ['https://acme.auth0.com', 'us/acme'],
    ['https://acme.eu.auth0.com', 'eu/acme'],
    ['https://acme-dev.us.auth0.com', 'us/acme-dev'],
    ['https://acme.jp.auth0.com', 'jp/acme'],
  ])('finds the dashboard of %s by its domain', (origin, place) => {
    expect(dashboardAddress(tenant(origin), 'application')).toBe(
      `https://manage.auth0.com/dashboard/${place}/applications/a%20b/settings`,
    );
  });

  it('finds it by the audience where people sign in at a custom domain', () => {
    const custom = tenant('https://login.acme.example', 'https://acme.eu.auth0.com/api/v2/');

    expect(dashboardAddress(custom, 'tenant')).toBe('https://manage.auth0.com/dashboard/eu/acme/');
  });

  it('leads to the front of the dashboard where no address names the tenant', () => {
    expect(dashboardAddress(tenant('https://login.acme.example'), 'connections')).toBe(
      'https://manage.auth0.com/#/applications/a%20b/connections',
    );
  });

  it('leads to the workbench of a tenant on this machine', () => {
    const local = tenant('http://localhost:4400');

    expect(dashboardAddress(local, 'tenant')).toBe('http://localhost:4400/_tenant/');
    expect(dashboardAddress(local, 'managementApi')).toBe('http://localhost:4400/_tenant/settings');
  });

  it.each(['application', 'connections'] as const)(
    'leads to the registration of this application there: %s',
    (page) => {
      expect(dashboardAddress(tenant('http://localhost:4400'), page)).toBe(
        'http://localhost:4400/_tenant/applications#application-a%20b',
      );
    },
  );
});

describe('environmentOf', () => {
  it('calls a tenant on this machine local, and others as the configuration does', () => {
    expect(environmentOf(tenant('http://127.0.0.1:4400'))).toBe('local');
    expect(environmentOf(tenant('https://acme.eu.auth0.com'))).toBe('development');
  });
});
