import { languageOf, uiLocalesOf } from './language-of';

describe('languageOf', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['ar-EG'], 'ar'],
    [['FR-ca'], 'fr'],
    [['pt-BR', 'es-419'], 'es'],
    [['ja'], 'ja'],
    [['pt-BR', 'tlh'], 'en'],
    [['den', 'toString'], 'en'],
    [[''], 'en'],
    [[], 'en'],
  ] as const)(
    'takes the first language that there is of what the browser asks for: %j',
    (preferred, expected) => {
      expect(languageOf({ preferred })).toBe(expected);
    },
  );

  it('takes what the configuration says before what the browser asks for', () => {
    expect(languageOf({ configured: 'fr', preferred: ['de'] })).toBe('fr');
  });

  it('takes what the person has chosen before anything else', () => {
    expect(languageOf({ chosen: 'en', configured: 'fr', preferred: ['de'] })).toBe('en');
  });

  it('takes no notice of a choice that is no language here', () => {
    expect(languageOf({ chosen: 'tlh', preferred: ['de'] })).toBe('de');
  });

  it('shows the pseudo-language to those alone who have chosen it', () => {
    expect(languageOf({ chosen: 'en-XA', preferred: [] })).toBe('en-XA');
    expect(languageOf({ configured: 'en-XA', preferred: ['en-XA'] })).toBe('en');
  });
});

describe('uiLocalesOf', () => {
  const preferred: readonly string[] = [];

  it('asks the tenant for the language of the pages', () => {
    expect(uiLocalesOf('ar', { preferred })).toBe('ar');
  });

  it('asks for English only where somebody has chosen it', () => {
    expect(uiLocalesOf('en', { preferred })).toBeUndefined();
    expect(uiLocalesOf('en', { chosen: 'tlh', preferred })).toBeUndefined();
    expect(uiLocalesOf('en', { chosen: 'en', preferred })).toBe('en');
  });

  it('asks for nothing that no tenant has', () => {
    expect(uiLocalesOf('en-XA', { chosen: 'en-XA', preferred })).toBeUndefined();
  });
});
