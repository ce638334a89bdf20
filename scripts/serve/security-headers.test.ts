import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cacheControl, securityHeaders, type SecurityHeaderOptions } from './security-headers.ts';

const headersFor = (options: Partial<SecurityHeaderOptions> = {}): Record<string, string> =>
  securityHeaders({
    tenantOrigin: 'https://acme.eu.auth0.com',
    nonce: 'abc123',
    https: true,
    ...options,
  });

function policyFor(options: Partial<SecurityHeaderOptions> = {}): Map<string, string> {
  const policy = headersFor(options)['Content-Security-Policy'] ?? '';

  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');

      return [name, values.join(' ')];
    }),
  );
}

describe('the content security policy', () => {
  it('allows nothing that is not named', () => {
    assert.equal(policyFor().get('default-src'), "'none'");
    assert.equal(policyFor().get('object-src'), "'none'");
    assert.equal(policyFor().get('form-action'), "'none'");
    assert.equal(policyFor().get('worker-src'), "'none'");
  });

  it('runs no script but our own, and none that was made from text', () => {
    const policy = policyFor();

    assert.equal(policy.get('script-src'), "'self'");
    assert.equal(policy.get('require-trusted-types-for'), "'script'");
    assert.equal(policy.get('trusted-types'), 'angular angular#bundler');
  });

  it('allows the styles that carry the nonce of this response', () => {
    assert.equal(policyFor({ nonce: 'xyz' }).get('style-src'), "'self' 'nonce-xyz'");
  });

  it('lets the application speak with the tenant, and the tenant renew a session in a frame', () => {
    const policy = policyFor({ tenantOrigin: 'http://localhost:4401' });

    assert.equal(policy.get('connect-src'), "'self' http://localhost:4401");
    assert.equal(policy.get('frame-src'), 'http://localhost:4401');
  });

  it('lets it speak with the Management API too, which a custom domain is not', () => {
    const policy = policyFor({
      tenantOrigin: 'https://login.acme.example',
      apiOrigin: 'https://acme.eu.auth0.com',
    });

    assert.equal(
      policy.get('connect-src'),
      "'self' https://login.acme.example https://acme.eu.auth0.com",
    );
    assert.equal(policy.get('frame-src'), 'https://login.acme.example');
  });

  it('forbids every page to frame the application', () => {
    assert.equal(policyFor().get('frame-ancestors'), "'none'");
  });

  it('shows pictures from the providers and the tenant, from nowhere else, and the logo from where the operator keeps it', () => {
    const pictures = policyFor({ logoUrl: 'https://cdn.acme.example/logo.svg?v=2' }).get('img-src');

    assert.match(pictures ?? '', /^'self' https:\/\/lh3\.googleusercontent\.com /);
    assert.match(pictures ?? '', / https:\/\/acme\.eu\.auth0\.com /);
    assert.match(pictures ?? '', / https:\/\/cdn\.acme\.example$/);
    assert.doesNotMatch(pictures ?? '', /(?:^| )(?:https?:|data:|\*)(?: |$)/);
  });

  it('needs no entry for a logo that lies beside the application', () => {
    assert.equal(policyFor({ logoUrl: 'logo.svg' }).get('img-src'), policyFor().get('img-src'));
  });
});

describe('the other headers', () => {
  it('keep sight of the windows that the application opens', () => {
    assert.equal(headersFor()['Cross-Origin-Opener-Policy'], 'same-origin-allow-popups');
  });

  it('send no address to other sites', () => {
    assert.equal(headersFor()['Referrer-Policy'], 'no-referrer');
  });

  it('insist on https only where https is spoken', () => {
    assert.match(headersFor()['Strict-Transport-Security'] ?? '', /^max-age=63072000;/);
    assert.ok(!('Strict-Transport-Security' in headersFor({ https: false })));
  });
});

describe('cacheControl', () => {
  it('keeps a file with a hash in its name for ever', () => {
    assert.match(cacheControl('/chunk-D7U_1mdn.js'), /immutable/);
    assert.match(cacheControl('/de/styles-Q7XNZ2KP.css'), /immutable/);
  });

  it('never keeps the page or the configuration', () => {
    assert.equal(cacheControl('/index.html'), 'no-store');
    assert.equal(cacheControl('/config.json'), 'no-store');
  });

  it('asks again for anything else', () => {
    assert.equal(cacheControl('/providers/github.svg'), 'no-cache');
    assert.equal(cacheControl('/sign-in-complete.js'), 'no-cache');
  });
});
