import presets from 'jest-preset-angular/presets/index.js';

export default {
  ...presets.createCjsPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' }),
  roots: ['<rootDir>/src'],
  // Modules of packages that come as ES modules alone are translated like our own.
  transformIgnorePatterns: [
    'node_modules/(?!(.*\\.mjs$|@angular/common/locales/|@fast-check/poisoning/))',
  ],
  setupFilesAfterEnv: ['<rootDir>/jest.setup.ts'],
  // As Babel counts it: V8's counts are mapped anew for every test file, which takes four times as long.
  coverageProvider: 'babel',
  coverageReporters: ['text-summary'],
  collectCoverageFrom: ['src/**/*.ts', '!src/**/*.spec.ts', '!src/**/testing/**', '!src/main.ts'],
  // Nothing is timed here; a busy machine must not make a test fail.
  testTimeout: 60_000,
};
