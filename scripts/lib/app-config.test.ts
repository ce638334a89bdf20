import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  apiOrigin,
  type AppConfig,
  localTenantPort,
  readAppConfig,
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

describe('readAppConfig', () => {
  const read = (text: string) => {
    const file = join(mkdtempSync(join(tmpdir(), 'config-')), 'config.json');
    writeFileSync(file, text);

    return readAppConfig(file);
  };

  it('understands the domain as the application does, and a byte order mark', () => {
    const config = read(`\uFEFF${JSON.stringify(configFor(' HTTPS://Acme.EU.auth0.com/ '))}`);

    assert.equal(tenantOrigin(config), 'https://acme.eu.auth0.com');
  });

  for (const [what, text, reason] of [
    ['no JSON', '{', /config\.json cannot be read/],
    ['no tenant', '{}', /names no tenant\.domain/],
    ['a path', JSON.stringify(configFor('acme.example/x')), /tenant\.domain must be a host name/],
  ] as const) {
    it(`says why a file with ${what} is refused`, () => {
      assert.throws(() => read(text), { name: 'CommandError', message: reason });
    });
  }
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
