/** What is called the same in every language: settings in Auth0's dashboard, names that protocols have, and units. */
const everywhere = [
  'APIs › Auth0 Management API › Identifier',
  'Settings › Signing Keys',
  'Content-Security-Policy',
  'Scopes',
  'Claims',
  'claims',
  'Tokens',
  'token',
  '{$duration} ms',
  '{$seconds} s',
  '{$minutes} min {$seconds} s',
];

/** Words of a language that are the same in English. */
const byLanguage: Readonly<Partial<Record<string, readonly string[]>>> = {
  de: ['Auto', 'Code', 'Problem', 'Status'],
  es: ['Auto', 'Error.', 'error', 'Local', 'No:', 'Personal', '{$count} bytes'],
  fr: [
    'Action',
    'Application',
    'Auto',
    'Code',
    'code',
    'Configuration',
    'confirmation',
    'Local',
    'page',
    'Pages',
    'Production',
    'transport',
    'verdict',
  ],
};

/** Tells which texts a language may have as they are in English. */
export const sameWords = (code: string): ReadonlySet<string> =>
  new Set([...everywhere, ...(byLanguage[code] ?? [])]);
