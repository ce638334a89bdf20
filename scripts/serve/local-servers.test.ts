import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AppConfig } from '../lib/app-config.ts';
import { CommandError } from '../lib/command-error.ts';
import { planLocalServers } from './local-servers.ts';

const configFor = (domain: string): AppConfig => ({
  tenant: { domain, clientId: 'ligature-spa', audience: `${domain}/api/v2/` },
});

describe('planLocalServers', () => {
  it('starts the tenant where the configuration says it is', () => {
    const config = configFor('http://localhost:4400');

    assert.deepEqual(planLocalServers(config, { port: 4200, tenantPort: undefined }), {
      config,
      appUrl: 'http://localhost:4200',
      tenantPort: 4400,
    });
  });

  it('knows the folder that the application is served in', () => {
    const config = configFor('http://localhost:4400');
    const ports = { port: 4200, tenantPort: undefined, base: '/portal/' };

    assert.equal(planLocalServers(config, ports).appUrl, 'http://localhost:4200/portal');
  });

  it('moves the tenant in the configuration too, when another port is chosen', () => {
    const config = configFor('http://localhost:4400');

    assert.deepEqual(planLocalServers(config, { port: 4201, tenantPort: 4401 }), {
      config: configFor('http://localhost:4401'),
      appUrl: 'http://localhost:4201',
      tenantPort: 4401,
    });
  });

  it('starts no tenant when the configuration names one somewhere else', () => {
    const config = configFor('https://acme.eu.auth0.com');

    assert.equal(
      planLocalServers(config, { port: 4200, tenantPort: undefined }).tenantPort,
      undefined,
    );
    assert.throws(() => planLocalServers(config, { port: 4200, tenantPort: 4401 }), CommandError);
  });

  it('refuses one port for both, chosen or configured', () => {
    const config = configFor('http://localhost:4400');

    for (const ports of [
      { port: 4400, tenantPort: undefined },
      { port: 4300, tenantPort: 4300 },
    ]) {
      assert.throws(() => planLocalServers(config, ports), CommandError);
    }
  });
});
