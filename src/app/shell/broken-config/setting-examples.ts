/** What each setting of `config.json` may look like; `*` stands for every place in a list, and for every key. */
export const settingExamples: Readonly<Record<string, unknown>> = {
  $schema: './config.schema.json',
  tenant: {
    domain: 'acme.eu.auth0.com',
    clientId: 'hY7xQ2pWb9LmT4vZ',
    audience: 'https://acme.eu.auth0.com/api/v2/',
  },
  'tenant.domain': 'acme.eu.auth0.com',
  'tenant.clientId': 'hY7xQ2pWb9LmT4vZ',
  'tenant.audience': 'https://acme.eu.auth0.com/api/v2/',
  'tenant.environment': 'staging',
  connections: [{ name: 'google-oauth2', strategy: 'google-oauth2', label: 'Google' }],
  'connections.*': { name: 'google-oauth2', strategy: 'google-oauth2', label: 'Google' },
  'connections.*.name': 'google-oauth2',
  'connections.*.strategy': 'google-oauth2',
  'connections.*.label': 'Google',
  'connections.*.transport': 'auto',
  'connections.*.domains': ['acme.com'],
  'connections.*.domains.*': 'acme.com',
  policy: { allowUnlink: true, metadataPresets: { theme: 'mine' } },
  'policy.confirmWithin': 300,
  'policy.requireVerifiedEmail': true,
  'policy.allowUnlink': true,
  'policy.allowSwap': true,
  'policy.enterpriseMustBePrimary': true,
  'policy.reservedMetadata': ['roles', 'isAdmin'],
  'policy.reservedMetadata.*': 'roles',
  'policy.metadataPresets': { theme: 'mine', bookmarks: 'both' },
  'policy.metadataPresets.*': 'mine',
  'policy.trustedEmailConnections': ['acme-saml'],
  'policy.trustedEmailConnections.*': 'acme-saml',
  branding: { productName: 'Acme Account', logoUrl: 'brand/logo.svg' },
  'branding.productName': 'Acme Account',
  'branding.logoUrl': 'brand/logo.svg',
  'branding.logoDarkUrl': 'brand/logo-dark.svg',
  'branding.faviconUrl': 'brand/icon.svg',
  'branding.colors': { primary: '#7a1fa2', primaryDark: '#ce93d8' },
  'branding.colors.primary': '#7a1fa2',
  'branding.colors.primaryDark': '#ce93d8',
  'branding.font': { family: 'Acme Sans', url: 'brand/acme-sans.woff2' },
  'branding.font.family': 'Acme Sans',
  'branding.font.url': 'brand/acme-sans.woff2',
  'branding.borderRadius': 8,
  'branding.links': { privacy: 'https://acme.example/privacy' },
  'branding.links.privacy': 'https://acme.example/privacy',
  'branding.links.terms': 'https://acme.example/terms',
  'branding.links.imprint': { en: 'https://acme.example/en', de: 'https://acme.example/de' },
  'branding.theme': 'system',
  'branding.language': 'en',
  returnAddresses: ['https://shop.example/linked'],
  'returnAddresses.*': 'https://shop.example/linked',
  support: { label: 'Acme IT Help', email: 'it@acme.example' },
  'support.label': 'Acme IT Help',
  'support.url': 'https://help.acme.example',
  'support.email': 'it@acme.example',
  'support.phone': '+44 20 7946 0018',
  settings: { theme: { label: { en: 'Theme', de: 'Farbschema' }, values: { dark: 'Dark' } } },
  'settings.*': { label: 'Theme', values: { dark: 'Dark' }, hidden: false },
  'settings.*.label': { en: 'Theme', de: 'Farbschema' },
  'settings.*.values': { dark: 'Dark', light: 'Light' },
  'settings.*.values.*': 'Dark',
  'settings.*.kind': 'picture',
  'settings.*.hidden': true,
  staging: false,
};

const patterns = Object.keys(settingExamples).map((pattern) => pattern.split('.'));

/** Gives the setting that a path of the file is about; `undefined` where there is none. */
export const patternOf = (path: string): string | undefined => {
  const parts = path.split('.');
  const fits = (pattern: readonly string[]): boolean =>
    pattern.length === parts.length &&
    pattern.every((part, index) => part === '*' || part === parts[index]);

  return patterns.find(fits)?.join('.');
};

/** How a setting may be written in the file; `undefined` where there is no such setting. */
export function exampleOf(path: string): string | undefined {
  const pattern = patternOf(path);
  if (pattern === undefined) return undefined;
  const value = JSON.stringify(settingExamples[pattern], null, 2);
  const name = path.split('.').at(-1) ?? '';

  // In a list there are no names.
  return /^\d+$/.test(name) ? value : `${JSON.stringify(name)}: ${value}`;
}

/** What is likely to be meant by a name that is no setting: one that is written almost like it, at the same place. */
export function meantBy(path: string): string | undefined {
  const parts = path.split('.');
  const name = parts.at(-1)?.toLowerCase() ?? '';
  const parent = parts.slice(0, -1).join('.');
  const above = parent === '' ? '' : patternOf(parent);
  const names = patterns
    .filter((pattern) => pattern.slice(0, -1).join('.') === above)
    .map((pattern) => pattern.at(-1) ?? '')
    .filter((known) => known !== '*');

  return names
    .map((known) => ({ known, far: distance(name, known.toLowerCase()) }))
    .filter(({ known, far }) => far <= (known.length > 3 ? 2 : 1))
    .sort((one, other) => one.far - other.far)[0]?.known;
}

/** How many letters have to be put in, taken out or changed to get from one name to the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [at, letter] of Array.from(one).entries()) {
    const above = row;
    row = [at + 1];
    for (const [index, each] of Array.from(other).entries()) {
      const changed = (above[index] ?? 0) + (letter === each ? 0 : 1);
      row.push(Math.min(changed, (above[index + 1] ?? 0) + 1, (row[index] ?? 0) + 1));
    }
  }

  return row.at(-1) ?? 0;
}
