import boundaries from 'eslint-plugin-boundaries';
import { importX } from 'eslint-plugin-import-x';

const features = ['linking', 'staging'];

/**
 * Folder → role. The first match wins, so nested folders come first. In a feature the name of a file says more:
 * `*-page.ts` is a page, `*-store.ts` and `*-state.ts` are of a store, like all that lies in a folder `store`.
 */
const roles = {
  'src/app/staging/checks/rules': 'staging-checks',
  'src/app/staging/drills/{catalogue,judge}': 'staging-drills',
  'src/app/staging/drills/driver': 'staging-store',
  'src/app/staging/report': 'staging-store',
  ...Object.fromEntries(
    features.flatMap((feature) => [
      [`src/app/${feature}/**/store`, `${feature}-store`],
      [`src/app/${feature}`, `${feature}-view`],
    ]),
  ),
  'src/app/page-translation': 'page-translation',
  'src/locales': 'locales',
  'src/app/actions': 'actions',
  'src/app/saga': 'saga',
  'src/app/management-api': 'management-api',
  'src/app/session/primary': 'session-primary',
  'src/app/session/secondary': 'session-secondary',
  'src/app/session': 'session',
  'src/app/trace': 'trace',
  'src/app/config': 'config',
  'src/app/identity': 'identity',
  'tenant/test': 'tenant-test',
  'tenant/src/oauth/tokens': 'tenant-tokens',
  'tenant/src/oauth/clients': 'tenant-tokens',
  'tenant/src/login/flow': 'tenant-flow',
  ...Object.fromEntries(
    ['protocol', 'state', 'ui', 'seed', 'actions', 'oauth', 'login', 'passwordless', 'lock']
      .concat(['management', 'control', 'http', 'cli'])
      .map((folder) => [`tenant/src/${folder}`, `tenant-${folder}`]),
  ),
  e2e: 'e2e',
  scripts: 'scripts',
  bench: 'bench',
};

const tenantRoles = [...new Set(Object.values(roles))].filter((role) => /^tenant\b/.test(role));
const outsideTheApp = [...tenantRoles, 'e2e', 'scripts', 'bench'];
const appRoles = Object.values(roles).filter((role) => !outsideTheApp.includes(role));
const pages = features.map((feature) => `${feature}-page`);
const views = features.map((feature) => `${feature}-view`);
const sessions = ['session-primary', 'session-secondary', 'session'];

/** What every endpoint of the tenant stands on; none of them imports another one's folder. */
const belowEndpoints = [
  'tenant-protocol',
  'tenant-state',
  'tenant-ui',
  'tenant-actions',
  'tenant-tokens',
  'tenant-flow',
];

/** Role → roles it may import. Anything not listed is an error. */
const mayImport = {
  ...Object.fromEntries(
    features.flatMap((feature) => [
      [`${feature}-page`, [`${feature}-store`, `${feature}-view`, 'page-translation', 'identity']],
      [`${feature}-view`, [...views, 'page-translation', 'identity']],
      [`${feature}-store`, ['saga', 'management-api', ...sessions, 'trace', 'config', 'identity']],
    ]),
  ),
  // What the console shows is what was traced, checked and drilled: plain values, and words for them.
  'staging-page': [
    'staging-store',
    ...views,
    'staging-checks',
    'staging-drills',
    'page-translation',
    'trace',
    'identity',
  ],
  'staging-view': [
    ...views,
    'staging-checks',
    'staging-drills',
    'page-translation',
    'trace',
    'identity',
  ],
  'staging-store': [
    'staging-checks',
    'staging-drills',
    'saga',
    'management-api',
    ...sessions,
    'trace',
    'config',
    'identity',
    'actions',
  ],
  'staging-checks': ['management-api', ...sessions, 'trace', 'config', 'identity'],
  'staging-drills': ['staging-checks', 'trace', 'config', 'identity'],
  saga: ['management-api', ...sessions, 'trace', 'identity'],
  'management-api': [...sessions, 'trace', 'config', 'identity'],
  'session-primary': ['session', 'trace', 'config', 'identity'],
  'session-secondary': ['session', 'trace', 'config', 'identity'],
  session: ['trace', 'config', 'identity'],
  trace: ['identity'],
  config: ['locales', 'identity'],
  locales: [],
  identity: [],
  'page-translation': [],
  actions: [],
  'tenant-protocol': [],
  'tenant-state': ['tenant-protocol'],
  'tenant-ui': ['tenant-protocol', 'tenant-state'],
  'tenant-seed': ['tenant-protocol', 'tenant-state', 'tenant-ui'],
  'tenant-actions': ['tenant-protocol', 'tenant-state'],
  'tenant-tokens': ['tenant-protocol', 'tenant-state'],
  'tenant-flow': belowEndpoints.filter((role) => role !== 'tenant-flow'),
  'tenant-oauth': belowEndpoints,
  'tenant-login': belowEndpoints,
  'tenant-passwordless': belowEndpoints,
  'tenant-lock': belowEndpoints,
  // Both read what is written to them as the tenant's files are read.
  'tenant-management': [...belowEndpoints, 'tenant-seed'],
  'tenant-control': [...belowEndpoints, 'tenant-seed'],
  'tenant-http': tenantRoles.filter((role) => !['tenant-cli', 'tenant-test'].includes(role)),
  'tenant-cli': ['tenant-http', 'tenant-seed', 'tenant-protocol'],
  'tenant-test': tenantRoles,
  // What controls are called is the one thing that journeys share with the application.
  e2e: ['scripts', 'actions'],
  scripts: ['config', 'actions'],
  bench: ['scripts', 'identity', 'actions'],
};

const angularCore = { source: '@angular/core' };
const rxjs = { source: 'rxjs' };
const valibot = { source: 'valibot' };
const ngrx = { source: '@ngrx/*' };
const whatIsShown = [{ source: '@angular/*' }, { source: 'lucide' }];

/** Role → packages it may import. Anything not listed is an error; so is every module of Node. */
const mayUse = {
  ...Object.fromEntries(
    features.flatMap((feature) => [
      [`${feature}-page`, whatIsShown],
      [`${feature}-view`, whatIsShown],
      [`${feature}-store`, [angularCore, ngrx, rxjs]],
    ]),
  ),
  // The numbers of all countries, for the one field that asks for a phone number.
  'linking-view': [...whatIsShown, { source: 'libphonenumber-js' }],
  'page-translation': [angularCore],
  saga: [angularCore, rxjs],
  'management-api': [
    angularCore,
    rxjs,
    valibot,
    { source: '@angular/common', internalPath: 'http' },
  ],
  ...Object.fromEntries(
    sessions.map((role) => [
      role,
      [
        angularCore,
        rxjs,
        { source: '@auth0/*' },
        { source: 'auth0-js' },
        { source: 'auth0-lock' },
        { source: 'idb-keyval' },
      ],
    ]),
  ),
  trace: [angularCore],
  config: [angularCore, valibot],
  locales: [{ source: '@angular/common' }, { source: '@angular/localize' }],
};

const named = ['page', 'store'];

/** The files of a role: those in its folders, but in a feature by their names first. */
function filesOf(role) {
  const [, feature, part] = /^(linking|staging)-(page|view|store)$/.exec(role) ?? [];
  const inFolder = { element: { types: { anyOf: [role] } } };
  if (feature === undefined) return [inFolder];
  const inFeature = { element: { types: { anyOf: [`${feature}-view`] } } };
  if (part === 'view') return [{ ...inFeature, file: { categories: { noneOf: named } } }];
  const byName = { ...inFeature, file: { categories: part } };

  return part === 'store' ? [inFolder, byName] : [byName];
}

const isNamed = (role) => /^(linking|staging)-(page|view|store)$/.test(role);

/** The files of all these roles: one description for those that a folder tells, since each is tried at every import. */
const anyOf = (types) => {
  const told = types.filter((role) => !isNamed(role));
  const inFolders = { element: { types: { anyOf: told } } };

  return [...(told.length > 0 ? [inFolders] : []), ...types.filter(isNamed).flatMap(filesOf)];
};
const external = (packages) => ({
  module: packages.map((name) => ({ origin: 'external', ...name })),
});
const anyPackage = { module: { origin: ['external', 'core'] } };
const compositionRoot = { file: { categories: 'composition-root' } };
const spec = { file: { categories: 'spec' } };
const tenantEntry = { file: { categories: 'tenant-entry' } };
const usersOfTheTenant = ['tenant-cli', 'tenant-test', 'scripts', 'bench'];
const belowTheEntry = [
  'tenant-cli',
  'tenant-http',
  'tenant-control',
  'tenant-seed',
  'tenant-state',
];

/**
 * Where files lie → the roles that they can have there. Each import is held against every policy of its table, so
 * that a folder has those of its own roles alone; nested folders come last, since the last table counts.
 */
const parts = [
  ['src', []],
  ...Object.entries(roles)
    .toReversed()
    .map(([folder, role]) => {
      const feature = features.find((name) => isNamed(role) && role.startsWith(`${name}-`));

      return [
        folder,
        feature === undefined
          ? [role]
          : ['page', 'view', 'store'].map((part) => `${feature}-${part}`),
      ];
    }),
];

/** Later policies override earlier ones. */
const policiesFor = (roles) => {
  const from = (some, then) => {
    const own = some.filter((role) => roles.includes(role));

    return own.length > 0 ? [{ from: anyOf(own), ...then }] : [];
  };

  return [
    ...Object.entries(mayImport).flatMap(([role, targets]) => {
      const own = pages.includes(role) ? [] : [role];
      const packages = role in mayUse ? [external(mayUse[role])] : [];

      return from([role], { allow: { to: [...anyOf([...own, ...targets]), ...packages] } });
    }),
    ...from([...pages, ...views], {
      disallow: { to: external([{ source: '@angular/common', internalPath: 'http{,/**}' }]) },
    }),
    ...from(outsideTheApp, { allow: { to: anyPackage } }),
    ...from(usersOfTheTenant, { allow: { to: tenantEntry } }),
    {
      from: tenantEntry,
      allow: { to: [anyPackage, ...anyOf(belowTheEntry), tenantEntry] },
    },
    {
      from: compositionRoot,
      allow: { to: [anyPackage, ...anyOf([...appRoles, ...pages]), compositionRoot] },
    },
    { from: spec, allow: { to: [anyPackage, ...anyOf([...appRoles, ...pages]), compositionRoot] } },
  ];
};

const tableOf = (roles) => [
  'error',
  {
    default: 'disallow',
    // A store and a view of one feature lie side by side.
    checkInternals: true,
    checkAllOrigins: true,
    checkUnknownLocals: true,
    policies: policiesFor(roles),
  },
];

const importTable = (rootDirectory) => ({
  name: 'ligature/import-table',
  files: ['src/**/*.ts', 'tenant/**/*.ts', 'e2e/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts'],
  plugins: { boundaries },
  settings: {
    'import/resolver': { typescript: { project: rootDirectory } },
    'boundaries/root-path': rootDirectory,
    'boundaries/additional-dependency-nodes': [
      // import('somewhere').Something, as a type.
      { selector: 'TSImportType > Literal', kind: 'type', name: 'import-type' },
    ],
    'boundaries/elements': Object.entries(roles).map(([pattern, type]) => ({
      type,
      pattern,
      partialMatch: false,
    })),
    'boundaries/files': [
      {
        category: 'composition-root',
        pattern: [
          'src/{main,start,public-api}.ts',
          'src/app/*.ts',
          'src/{element,portal,app/shell,app/callback}/**/*.ts',
        ],
      },
      { category: 'tenant-entry', pattern: 'tenant/src/*.{ts,mjs}' },
      // What several specs share lies in a folder `testing`, and is no part of the application.
      { category: 'spec', pattern: ['src/**/*.spec.ts', 'src/**/testing/**/*.ts'] },
      { category: 'feature', pattern: features.map((feature) => `src/app/${feature}/**/*`) },
      { category: 'page', pattern: 'src/app/*/**/*-page.ts' },
      { category: 'store', pattern: 'src/app/*/**/*-{store,state}.ts' },
    ],
  },
  rules: {
    'boundaries/no-unknown-files': 'error',
    'boundaries/dependencies': tableOf(Object.keys(mayImport)),
  },
});

/** The same table for a folder alone: the policies of others say nothing there, and take time. */
const importTableOfPart = ([folder, roles]) => ({
  name: `ligature/import-table/${folder}`,
  files: [`${folder}/**/*.ts`],
  rules: { 'boundaries/dependencies': tableOf(roles) },
});

const moduleRules = {
  name: 'ligature/modules',
  files: ['**/*.{ts,mjs}'],
  plugins: { 'import-x': importX },
  rules: { 'import-x/no-default-export': 'error' },
};

const toolsThatReadADefaultExport = {
  name: 'ligature/config-files',
  files: ['*.config.{ts,mjs}', 'e2e/playwright.config.ts'],
  rules: { 'import-x/no-default-export': 'off' },
};

/**
 * The import table of docs/architecture.md as a lint configuration: who may import whom, and named exports only.
 * `npm run structure` reads the same table, and looks for circles.
 *
 * @param {string} rootDirectory The folder that contains `src`, `tenant`, `e2e`, `scripts`, `bench`.
 */
export const architecture = (rootDirectory) => [
  importTable(rootDirectory),
  ...parts.map(importTableOfPart),
  moduleRules,
  toolsThatReadADefaultExport,
];
