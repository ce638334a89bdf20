import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ConfigProblem } from './config-failure';
import { parseConfig } from './parse-config';

const tenant = {
  domain: 'acme.eu.auth0.com',
  clientId: 'client',
  audience: 'https://acme.eu.auth0.com/api/v2/',
};
const google = { name: 'google-oauth2', strategy: 'google-oauth2', label: 'Google' };

const setUp = (file: object = {}) =>
  parseConfig(JSON.stringify({ tenant, connections: [google], ...file }));

function allProblemsOf(file: object): readonly ConfigProblem[] {
  const result = setUp(file);

  return !result.ok && result.failure.code === 'config-invalid' ? result.failure.problems : [];
}

const problemsOf = (file: object): readonly Pick<ConfigProblem, 'path' | 'message'>[] =>
  allProblemsOf(file).map(({ path, message }) => ({ path, message }));

const pathsOf = (file: object): string[] => problemsOf(file).map(({ path }) => path);

describe('parseConfig', () => {
  it('accepts the configuration that is shipped', () => {
    const result = parseConfig(readFileSync(join('public', 'config.json'), 'utf8'));

    expect(result).toMatchObject({
      ok: true,
      config: { tenant: { origin: 'http://localhost:4400', clientId: 'ligature-spa' } },
    });
  });

  it('fills in what the file leaves out, always with the stricter choice', () => {
    expect(setUp()).toEqual({
      ok: true,
      config: {
        tenant: {
          origin: 'https://acme.eu.auth0.com',
          clientId: 'client',
          audience: 'https://acme.eu.auth0.com/api/v2/',
          environment: 'production',
        },
        connections: [{ ...google, transport: 'auto' }],
        policy: expect.objectContaining({
          requireVerifiedEmail: true,
          allowUnlink: true,
          confirmWithin: 300,
          trustedEmailConnections: [],
        }) as unknown,
        branding: { productName: 'Ligature', logoUrl: null, theme: 'system' },
        returnAddresses: [],
        staging: false,
      },
    });
  });

  it('keeps what the file says', () => {
    const policy = {
      requireVerifiedEmail: false,
      allowUnlink: false,
      trustedEmailConnections: ['acme-saml'],
    };
    const branding = {
      productName: 'Acme',
      logoUrl: 'acme.svg',
      theme: 'dark',
      language: 'ar',
    };

    expect(setUp({ policy, branding })).toMatchObject({ ok: true, config: { policy, branding } });
  });

  it('keeps whom people can ask, in every way that is given', () => {
    const support = { label: 'Acme IT Help', email: 'it@acme.example', phone: '+44 20 7946 0018' };

    expect(setUp({ support })).toMatchObject({ ok: true, config: { support } });
  });

  it('keeps by which domains people find their company’s connection, as names are compared', () => {
    const connections = [{ ...google, strategy: 'samlp', domains: [' ACME.com', 'acme.example'] }];

    expect(setUp({ connections })).toMatchObject({
      ok: true,
      config: { connections: [{ domains: ['acme.com', 'acme.example'] }] },
    });
  });

  it.each(['ada@acme.com', '@acme.com', 'acme', 'acme.', 'acme com', 'https://acme.com', ''])(
    'refuses %j for a domain',
    (domain) => {
      const connections = [{ ...google, domains: [domain] }];

      expect(pathsOf({ connections })).toEqual(['connections.0.domains.0']);
    },
  );

  it.each([
    ['no way to ask', { label: 'Help' }, 'support'],
    ['an address that runs a script', { label: 'Help', url: 'javascript:alert(1)' }, 'support.url'],
    ['an address without a scheme', { label: 'Help', url: 'help.acme.example' }, 'support.url'],
    ['half an e-mail address', { label: 'Help', email: 'it@' }, 'support.email'],
    ['words for a phone', { label: 'Help', phone: 'ask Ada' }, 'support.phone'],
    ['no name', { label: ' ', phone: '+44 20 7946 0018' }, 'support.label'],
  ])('refuses a support with %s', (_, support, path) => {
    expect(pathsOf({ support })).toEqual([path]);
  });

  it.each([
    ['acme.eu.auth0.com', 'https://acme.eu.auth0.com'],
    ['https://login.acme.example', 'https://login.acme.example'],
    ['https://login.acme.example:8443', 'https://login.acme.example:8443'],
    ['http://localhost:4400', 'http://localhost:4400'],
    ['http://127.0.0.1', 'http://127.0.0.1'],
    ['ACME.EU.Auth0.com', 'https://acme.eu.auth0.com'],
    ['https://acme.eu.auth0.com/', 'https://acme.eu.auth0.com'],
    ['acme.eu.auth0.com/', 'https://acme.eu.auth0.com'],
    [' HTTPS://Acme.eu.auth0.com/\n', 'https://acme.eu.auth0.com'],
    ['https://login.acme.example:443', 'https://login.acme.example'],
    ['login.bücher.example', 'https://login.xn--bcher-kva.example'],
    ['HTTP://LocalHost:4400/', 'http://localhost:4400'],
  ])('takes “%s” for the tenant at %s', (domain, origin) => {
    expect(setUp({ tenant: { ...tenant, domain } })).toMatchObject({
      ok: true,
      config: { tenant: { origin } },
    });
  });

  it.each([
    'http://acme.eu.auth0.com',
    'http://localhost.acme.example',
    'http://127.0.0.1.acme.example',
    'https://acme.eu.auth0.com/tenant',
    'https://acme.eu.auth0.com//',
    'https:acme.eu.auth0.com',
    'acme.eu.auth0.com:99999',
    'acme eu.auth0.com',
    '\u200B',
    'https://someone@acme.eu.auth0.com',
    'ftp://acme.eu.auth0.com',
    'javascript:alert(1)',
    'acme.eu.auth0.com?x=1',
    '',
  ])('refuses “%s” as the tenant’s domain', (domain) => {
    expect(pathsOf({ tenant: { ...tenant, domain } })).toEqual(['tenant.domain']);
  });

  it.each([
    'http://acme.eu.auth0.com/api/v2/',
    'https://acme.eu.auth0.com/api/v2//',
    'https://acme.eu.auth0.com:99999/api/v2/',
    'acme.eu.auth0.com/api/v2/',
    'https://acme.eu.auth0.com/x/api/v2/',
    'https://someone@acme.eu.auth0.com/api/v2/',
    'https://acme.eu.auth0.com/api/v2/?x=/api/v2/',
    'https:///api/v2/',
    'http://localhost.acme.example/api/v2/',
    '/api/v2/',
    '',
  ])('refuses “%s” as the audience, to which tokens would go', (audience) => {
    expect(pathsOf({ tenant: { ...tenant, audience } })).toEqual(['tenant.audience']);
  });

  it.each([
    ['https://login.acme.example:8443/api/v2/', 'https://login.acme.example:8443/api/v2/'],
    ['http://127.0.0.1:4400/api/v2/', 'http://127.0.0.1:4400/api/v2/'],
    ['https://acme.eu.auth0.com/api/v2', 'https://acme.eu.auth0.com/api/v2/'],
    [' https://ACME.eu.auth0.com/API/v2/ ', 'https://acme.eu.auth0.com/api/v2/'],
  ])('takes “%s” for the audience %s, as the tenant compares it', (written, audience) => {
    expect(setUp({ tenant: { ...tenant, audience: written } })).toMatchObject({
      ok: true,
      config: { tenant: { audience } },
    });
  });

  it('takes texts without the blanks around them, and kinds in small letters', () => {
    const written = { name: ' google-oauth2', strategy: 'Google-OAuth2 ', label: '\tGoogle\u00A0' };

    expect(
      setUp({
        tenant: { ...tenant, clientId: ' client\n' },
        connections: [written],
        policy: { trustedEmailConnections: [' acme-saml '] },
        branding: { productName: ' Acme ', logoUrl: ' ' },
      }),
    ).toMatchObject({
      ok: true,
      config: {
        tenant: { clientId: 'client' },
        connections: [google],
        policy: { trustedEmailConnections: ['acme-saml'] },
        branding: { productName: 'Acme', logoUrl: null },
      },
    });
  });

  it.each([' ', '\n', '\u00A0', '\u200B', '\u200B\uFEFF', '\u0301'])(
    'says that a label of %j is empty, since nobody can see it',
    (label) => {
      expect(problemsOf({ connections: [{ ...google, label }] })).toEqual([
        { path: 'connections.0.label', message: 'must not be empty' },
      ]);
    },
  );

  it('asks for a connection, since there is nothing to link without one', () => {
    expect(problemsOf({ connections: [] })).toEqual([
      { path: 'connections', message: expect.stringContaining('at least one') as unknown },
    ]);
  });

  it('says what is missing, and what a setting can be, in its own words', () => {
    const file = {
      tenant: { ...tenant, clientId: undefined },
      connections: 'google-oauth2',
      policy: { allowUnlink: 'no' },
      branding: { theme: 'Dark' },
    };

    expect(problemsOf(file)).toEqual([
      { path: 'tenant.clientId', message: 'is missing' },
      { path: 'connections', message: 'must be a list, not "google-oauth2"' },
      { path: 'policy.allowUnlink', message: 'must be true or false, not "no"' },
      { path: 'branding.theme', message: 'must be "system" or "light" or "dark", not "Dark"' },
    ]);
  });

  it('tells apart what is missing, unknown, empty and wrong', () => {
    const file = {
      tenant: { domain: 'http://acme.example', clientId: ' ', audiance: 'x' },
      policy: { confirmWithin: 5 },
    };

    expect(allProblemsOf(file).map(({ path, kind, received }) => [path, kind, received])).toEqual([
      ['tenant.domain', 'wrong', '"http://acme.example"'],
      ['tenant.clientId', 'empty', '""'],
      ['tenant.audience', 'missing', undefined],
      ['tenant.audiance', 'unknown', undefined],
      ['policy.confirmWithin', 'wrong', '5'],
    ]);
  });

  it.each([
    ['google-oauth2', 'popup', true],
    ['google-oauth2', 'redirect', true],
    ['sms', 'embedded', true],
    ['email', 'embedded', true],
    ['email', 'magic-link', true],
    ['auth0', 'lock', true],
    ['samlp', 'lock', true],
    ['sms', 'magic-link', false],
    ['google-oauth2', 'embedded', false],
    ['auth0', 'magic-link', false],
  ])('lets %s travel by %s: %s', (strategy, transport, allowed) => {
    const connections = [{ ...google, strategy, transport }];

    expect(pathsOf({ connections })).toEqual(allowed ? [] : ['connections.0.transport']);
  });

  it('says in words what a domain must be', () => {
    expect(problemsOf({ tenant: { ...tenant, domain: 'http://acme.example' } })).toEqual([
      { path: 'tenant.domain', message: expect.stringContaining('https') as unknown },
    ]);
  });

  it.each<[string, object]>([
    ['tenant', { tenant: undefined }],
    ['tenant.clientId', { tenant: { ...tenant, clientId: '' } }],
    ['tenant.audience', { tenant: { ...tenant, audience: 'https://acme.eu.auth0.com/' } }],
    ['connections', { connections: undefined }],
    ['connections', { connections: 'google-oauth2' }],
    ['connections.0.label', { connections: [{ name: 'sms', strategy: 'sms' }] }],
    ['connections.1.name', { connections: [google, { ...google, name: 7 }] }],
    ['connections.0.strategy', { connections: [{ ...google, strategy: '' }] }],
    ['policy.allowUnlink', { policy: { allowUnlink: 'no' } }],
    ['policy.requireVerifiedEmail', { policy: { requireVerifiedEmail: null } }],
    ['policy.trustedEmailConnections', { policy: { trustedEmailConnections: 'acme' } }],
    ['policy.trustedEmailConnections.1', { policy: { trustedEmailConnections: ['acme', 1] } }],
    ['policy.confirmWithin', { policy: { confirmWithin: 29 } }],
    ['policy.confirmWithin', { policy: { confirmWithin: 60.5 } }],
    ['policy.confirmWithin', { policy: { confirmWithin: '300' } }],
    ['connections', { connections: [google, { ...google, label: 'Work' }] }],
    ['connections', { connections: [google, { ...google, name: 'google-oauth2 ' }] }],
    ['policy.reservedMetadata.0', { policy: { reservedMetadata: [' roles'] } }],
    ['policy.metadataPresets. theme', { policy: { metadataPresets: { ' theme': 'mine' } } }],
    ['connections.0.transport', { connections: [{ ...google, transport: 'iframe' }] }],
    ['branding.theme', { branding: { theme: 'blue' } }],
    ['branding.language', { branding: { language: 'tlh' } }],
    ['branding.productName', { branding: { productName: '' } }],
  ])('names %s as what is wrong', (path, file) => {
    expect(pathsOf(file)).toEqual([path]);
  });

  it('names every mistake at once', () => {
    const file = { tenant: { domain: 'http://x', clientId: '', audience: '' }, policy: { a: 1 } };

    expect(pathsOf(file).sort()).toEqual([
      'policy.a',
      'tenant.audience',
      'tenant.clientId',
      'tenant.domain',
    ]);
  });

  it.each<[string, object]>([
    ['polices', { polices: {} }],
    ['tenant.secret', { tenant: { ...tenant, secret: 'x' } }],
    ['connections.0.lable', { connections: [{ ...google, lable: 'Google' }] }],
    ['policy.allowUnlnk', { policy: { allowUnlnk: false } }],
    ['branding.logo', { branding: { logo: 'x' } }],
  ])('says that %s is not a setting', (path, file) => {
    expect(problemsOf(file)).toEqual([{ path, message: 'is not a setting' }]);
  });

  it('lets an editor’s schema be named', () => {
    expect(setUp({ $schema: './config.schema.json' })).toMatchObject({ ok: true });
  });

  it.each(['', '{', '{"tenant":}', '<!doctype html>', 'null', '"config"'])(
    'finds one mistake in the file as a whole, when it is %j',
    (text) => {
      const result = parseConfig(text);

      expect(result).toEqual({
        ok: false,
        failure: {
          code: 'config-invalid',
          problems: [
            expect.objectContaining({ path: '', message: expect.stringMatching(/\w/) as unknown }),
          ],
          text,
        },
      });
    },
  );
});
