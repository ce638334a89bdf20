import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lockHeaders } from './lock-headers.ts';
import { securityHeaders } from './security-headers.ts';

const tenantOrigin = 'https://acme.eu.auth0.com';
const usual = securityHeaders({ tenantOrigin, nonce: 'abc', https: true });
const lock = lockHeaders(usual, { tenantOrigin, clientId: 'client' });

const directives = (headers: Record<string, string>): Map<string, string> =>
  new Map(
    (headers['Content-Security-Policy'] ?? '').split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');

      return [name, values.join(' ')];
    }),
  );

describe('the headers of Lock’s page', () => {
  it('admit one script of the tenant, the icons that Lock draws, and no other change of policy', () => {
    const [before, after] = [directives(usual), directives(lock)];
    const changed = [...after].filter(([name, values]) => before.get(name) !== values);

    assert.deepEqual(Object.fromEntries(changed), {
      'script-src': "'self' https://acme.eu.auth0.com/client/client.js",
      'img-src': `${before.get('img-src') ?? ''} data:`,
      'trusted-types': 'default dompurify',
    });
    assert.deepEqual([...after.keys()], [...before.keys()]);
  });

  it('still make nothing of a text that no rule of ours has seen', () => {
    assert.equal(directives(lock).get('require-trusted-types-for'), "'script'");
    assert.doesNotMatch(lock['Content-Security-Policy'] ?? '', /unsafe-|strict-dynamic/);
  });

  it('keep the opener on the way to the tenant, and are the usual ones besides', () => {
    const {
      'Content-Security-Policy': policy,
      'Cross-Origin-Opener-Policy': opener,
      ...rest
    } = lock;

    assert.ok(policy);
    assert.equal(opener, 'unsafe-none');
    assert.deepEqual({ ...usual, ...rest }, usual);
  });
});
