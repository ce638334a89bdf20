import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  apiOrigin,
  type AppConfig,
  localTenantPort,
  tenantOrigin,
  withTenantPort,
} from './app-config.ts';

const configFor = (domain: string): AppConfig & { readonly policy: object } => ({
  tenant: { domain, clientId: 'ligature-spa', audience: `${domain}/api/v2/` },
  policy: { allowSwap: true },
});

describe('apiOrigin', () => {
  it('is where the audience says that the Management API is', () => {
    const audience = 'https://acme.eu.auth0.com/api/v2/';
    const tenant = { domain: 'login.acme.example', clientId: 'ligature-spa', audience };

    assert.equal(apiOrigin({ tenant }), 'https://acme.eu.auth0.com');
  });
});

describe('tenantOrigin', () => {
  it('takes a bare host name for https', () => {
    assert.equal(tenantOrigin(configFor('acme.eu.auth0.com')), 'https://acme.eu.auth0.com');
  });

  it('keeps an origin as it is', () => {
    assert.equal(tenantOrigin(configFor('http://localhost:4400')), 'http://localhost:4400');
  });
});

describe('localTenantPort', () => {
  it('is the port of a tenant on this machine', () => {
    assert.equal(localTenantPort(configFor('http://localhost:4400')), 4400);
    assert.equal(localTenantPort(configFor('http://127.0.0.1:4500')), 4500);
    assert.equal(localTenantPort(configFor('https://localhost:4443')), 4443);
    assert.equal(localTenantPort(configFor('https://tenant.localhost')), 443);
  });

  it('is nothing for a tenant somewhere else', () => {
    assert.equal(localTenantPort(configFor('acme.eu.auth0.com')), undefined);
    assert.equal(localTenantPort(configFor('https://localhost.example')), undefined);
  });
});

describe('withTenantPort', () => {
  it('moves the tenant and its audience, and nothing else', () => {
    assert.deepEqual(
      withTenantPort(configFor('http://localhost:4400'), 4401),
      configFor('http://localhost:4401'),
    );
    assert.deepEqual(
      withTenantPort(configFor('https://tenant.localhost:4443'), 4444),
      configFor('https://tenant.localhost:4444'),
    );
  });
});
