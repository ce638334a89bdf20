import presets from 'jest-preset-angular/presets/index.js';

export default {
  ...presets.createCjsPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' }),
  roots: ['<rootDir>/src'],
  // Modules of packages that come as ES modules alone are translated like our own.
  transformIgnorePatterns: ['node_modules/(?!(.*\\.mjs$|@fast-check/poisoning/))'],
  setupFilesAfterEnv: ['<rootDir>/jest.setup.ts'],
};
