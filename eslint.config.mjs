import eslint from '@eslint/js';
import ngrx from '@ngrx/eslint-plugin';
import angular from 'angular-eslint';
import { defineConfig, globalIgnores } from 'eslint/config';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';
import { architecture } from './eslint.architecture.mjs';
import { noUnsafeHtml } from './eslint.unsafe-html.mjs';

const nodeTestFunctions = ['test', 'it', 'describe', 'suite', 'before', 'after'];

/** Attributes with a text that no person reads, so that nobody translates it. */
const notRead = `
  aria-activedescendant aria-autocomplete aria-controls aria-current aria-describedby
  aria-errormessage aria-haspopup aria-invalid aria-labelledby aria-live aria-orientation aria-owns
  aria-relevant aria-sort ariaCurrentWhenActive
  data-action data-done data-failure data-phase data-target data-testid
  align appKeepFocus appearance focusAfterwards fontIcon floatLabel labelPosition matButton matFab matIconButton
  matTooltipPosition mode position subscriptSizing xPosition yPosition
  closedby command commandfor datetime decoding download enterkeyhint fetchpriority form headers
  inputmode loading method part pattern popover popovertarget referrerpolicy rel scope slot
  spellcheck translate
  clip-path clip-rule d dominant-baseline fill-rule filter gradientUnits mask offset points
  preserveAspectRatio stop-color stroke-linecap stroke-linejoin text-anchor transform
`
  .trim()
  .split(/\s+/);

export default defineConfig(
  globalIgnores([
    'dist/',
    '.angular/',
    'coverage/',
    'test-results/',
    'playwright-report/',
    'docs/',
    // Written by a build.
    'lib/api.d.ts',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    name: 'ligature/everything',
    files: ['**/*.{ts,mjs}'],
    extends: [eslint.configs.recommended],
    rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }] },
  },
  {
    name: 'ligature/typescript',
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // `rxMethod<void>` is how NgRx spells a command without a value, and the rule has no exception for it.
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: nodeTestFunctions },
          ],
        },
      ],
      // The compiler refuses enums (`erasableSyntaxOnly`), and to look for them at every value takes long.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    name: 'ligature/app',
    files: ['src/**/*.ts'],
    extends: [angular.configs.tsRecommended, ngrx.configs.signalsTypeChecked],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': [
        'error',
        { type: 'element', prefix: 'app', style: 'kebab-case' },
      ],
      '@angular-eslint/no-uncalled-signals': 'error',
      '@angular-eslint/prefer-host-metadata-property': 'error',
      '@angular-eslint/prefer-output-readonly': 'error',
      '@angular-eslint/prefer-service-decorator': 'error',
      '@angular-eslint/prefer-signals': 'error',
      'no-console': 'error',
    },
  },
  {
    name: 'ligature/portal',
    files: ['src/{portal,element}/**/*.ts'],
    rules: {
      // They stand among a portal's own.
      '@angular-eslint/component-selector': [
        'error',
        { type: 'element', prefix: 'ligature', style: 'kebab-case' },
      ],
    },
  },
  {
    name: 'ligature/app-specs',
    files: ['src/**/*.spec.ts'],
    plugins: { jest },
    rules: {
      'jest/no-focused-tests': 'error',
      // The jest plugin's version knows that `expect(service.method)` does not call the method.
      '@typescript-eslint/unbound-method': 'off',
      'jest/unbound-method': 'error',
    },
  },
  {
    name: 'ligature/templates',
    files: ['src/app/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: {
      '@angular-eslint/template/button-has-type': 'error',
      '@angular-eslint/template/i18n': [
        'error',
        { checkId: false, ignoreTags: ['code', 'mat-icon'], ignoreAttributes: notRead },
      ],
      '@angular-eslint/template/prefer-class-binding': 'error',
    },
  },
  {
    name: 'ligature/tenant',
    files: ['tenant/src/**/*.ts'],
    // What belongs together travels together: an `Exchange`, or an object of options.
    rules: { 'max-params': ['error', 3] },
  },
  architecture(import.meta.dirname),
  noUnsafeHtml,
);
