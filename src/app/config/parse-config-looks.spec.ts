import type { ConfigProblem } from './config-failure';
import { parseConfig } from './parse-config';

const setUp = (file: object) =>
  parseConfig(
    JSON.stringify({
      tenant: {
        domain: 'acme.eu.auth0.com',
        clientId: 'client',
        audience: 'https://acme.eu.auth0.com/api/v2/',
      },
      connections: [{ name: 'google-oauth2', strategy: 'google-oauth2', label: 'Google' }],
      ...file,
    }),
  );

function problemsOf(file: object): readonly ConfigProblem[] {
  const result = setUp(file);

  return !result.ok && result.failure.code === 'config-invalid' ? result.failure.problems : [];
}

const pathsOf = (file: object): readonly string[] => problemsOf(file).map(({ path }) => path);

const sms = { name: 'sms', strategy: 'sms' };

describe('parseConfig', () => {
  it('keeps what a brand is, and what settings are called', () => {
    const branding = {
      logoUrl: 'brand/logo.svg',
      logoDarkUrl: 'brand/logo-dark.svg',
      faviconUrl: '/brand/icon.svg',
      colors: { primary: '#7a1fa2', primaryDark: '#e1bee7' },
      font: { family: 'Acme Sans', url: 'brand/acme.woff2' },
      borderRadius: 4,
      links: { privacy: { en: 'https://acme.example/en', de: 'https://acme.example/de' } },
    };
    const settings = {
      theme: { label: { en: 'Theme', de: 'Farbschema' }, values: { dark: 'Dark' } },
      flags: { hidden: true, kind: 'boolean' },
    };

    expect(setUp({ branding, settings })).toMatchObject({
      ok: true,
      config: {
        branding,
        settings: new Map<string, object>([
          ['theme', { ...settings.theme, hidden: false }],
          ['flags', settings.flags],
        ]),
      },
    });
  });

  it.each<[string, object]>([
    ['branding.colors.primary', { branding: { colors: { primary: 'teal' } } }],
    ['branding.colors.primary', { branding: { colors: {} } }],
    ['branding.logoDarkUrl', { branding: { logoDarkUrl: 'https://elsewhere.example/logo.svg' } }],
    ['branding.faviconUrl', { branding: { faviconUrl: '//elsewhere.example/icon.svg' } }],
    ['branding.font.url', { branding: { font: { family: 'Acme', url: 'data:font/woff2,x' } } }],
    ['branding.font.family', { branding: { font: { family: 'Acme, serif; x: y' } } }],
    ['branding.borderRadius', { branding: { borderRadius: 40 } }],
    ['branding.links.privacy', { branding: { links: { privacy: 'javascript:alert(1)' } } }],
    ['settings.theme.label', { settings: { theme: { label: {} } } }],
    ['settings.theme.label', { settings: { theme: { label: { tlh: 'x' } } } }],
    ['settings.theme.kind', { settings: { theme: { kind: 'image' } } }],
    ['settings. theme', { settings: { ' theme': {} } }],
  ])('names %s as what is wrong with the looks or the names', (path, file) => {
    expect(pathsOf(file)).toEqual([path]);
  });

  it('takes a label in several languages, and leaves it to the page which one is shown', () => {
    const label = { en: ' Phone number', de: 'Telefonnummer' };

    expect(setUp({ connections: [{ ...sms, label }] })).toMatchObject({
      ok: true,
      config: { connections: [{ label: { en: 'Phone number', de: 'Telefonnummer' } }] },
    });
  });

  it.each<[unknown, string, string]>([
    [{}, 'connections.0.label', 'must be in a language'],
    [{ de: ' ' }, 'connections.0.label.de', 'must not be empty'],
    [{ tlh: 'x' }, 'connections.0.label', 'must be a text, or one for each language'],
    [7, 'connections.0.label', 'must be a text, or one for each language'],
    [null, 'connections.0.label', 'must be a text, or one for each language'],
  ])('refuses the label %j', (label, path, message) => {
    expect(problemsOf({ connections: [{ ...sms, label }] })).toEqual([
      expect.objectContaining({ path, message }),
    ]);
  });
});
