import { specsWithoutAngular } from './scripts/test/jest/specs.ts';

const shared = {
  transform: { '^.+\\.(ts|js|mjs|html)$': '<rootDir>/scripts/test/jest/transform.ts' },
  roots: ['<rootDir>/src'],
  moduleFileExtensions: ['ts', 'html', 'js', 'json', 'mjs'],
  // Modules of packages that come as ES modules alone are translated like our own.
  transformIgnorePatterns: [
    'node_modules/(?!(.*\\.mjs$|@angular/common/locales/|@fast-check/poisoning/))',
  ],
};

/** Specs that need neither Angular nor a page: they start much faster without them. A glob after `!` knows no `<rootDir>`. */
const plain = [
  'identity/**/!(settings-merge.property)',
  'config/!(clock-skew|load-config)',
  'saga/**/!(*-saga|nothing-secret.property)',
  'trace/!(trace)',
  'staging/checks/rules/**/*',
  'staging/drills/{catalogue,judge}/**/*',
  '**/*-words',
].map((specs) => `**/src/app/${specs}.spec.ts`);

/** Specs that need a page, and no Angular. */
const page = (await specsWithoutAngular()).map((spec) => `**/${spec}`);
const except = (specs: readonly string[]): string[] => specs.map((spec) => `!${spec}`);

export default {
  projects: [
    {
      ...shared,
      displayName: 'plain',
      testEnvironment: 'node',
      testMatch: plain,
      setupFiles: ['@angular/localize/init'],
    },
    {
      ...shared,
      displayName: 'page',
      testEnvironment: 'jsdom',
      testMatch: [...page, ...except(plain)],
      setupFiles: ['@angular/localize/init', '<rootDir>/scripts/test/jest/page.ts'],
    },
    {
      ...shared,
      displayName: 'angular',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/src/**/*.spec.ts', ...except(plain), ...except(page)],
      setupFilesAfterEnv: ['<rootDir>/jest.setup.ts'],
    },
  ],
  // As Babel counts it: V8's counts are mapped anew for every test file, which takes four times as long.
  coverageProvider: 'babel',
  coverageReporters: ['text-summary'],
  collectCoverageFrom: ['src/**/*.ts', '!src/**/*.spec.ts', '!src/**/testing/**', '!src/main.ts'],
  // Nothing is timed here; a busy machine must not make a test fail.
  testTimeout: 60_000,
};
