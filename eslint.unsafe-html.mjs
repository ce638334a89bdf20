import angular from 'angular-eslint';

const message = 'Text becomes markup here. Bind it with interpolation instead.';

const properties = [
  ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc', 'createContextualFragment'],
  ...['Html', 'Script', 'Style', 'Url', 'ResourceUrl'].map((kind) => `bypassSecurityTrust${kind}`),
];
const documentMethods = ['write', 'writeln'];

const bindings = '(innerHTML|outerHTML|srcdoc)';

/** Refuses every way to turn text into markup, in TypeScript and in templates. */
export const noUnsafeHtml = [
  {
    name: 'ligature/no-unsafe-html',
    files: ['src/**/*.ts', 'tenant/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...properties.map((property) => ({ property, message })),
        ...documentMethods.map((property) => ({ object: 'document', property, message })),
      ],
      'no-restricted-syntax': [
        'error',
        { selector: `Property[key.value=/^\\[${bindings}\\]$/i]`, message },
      ],
    },
  },
  {
    name: 'ligature/no-unsafe-html-in-templates',
    files: ['src/**/*.html'],
    ignores: ['src/index.html'],
    languageOptions: { parser: angular.templateParser },
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: `:matches(BoundAttribute, TextAttribute)[name=/^${bindings}$/i]`, message },
      ],
    },
  },
];
