import { clearTranslations } from '@angular/localize';

import { speak } from '../speak';

const verdict = () => $localize`No problem so far`;

describe('the texts of the console', () => {
  beforeEach(() => {
    jest.resetModules();
    // Angular says so of every text that has no translation.
    jest.spyOn(console, 'warn').mockReturnValue();
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    clearTranslations();
    await speak('en');
  });

  /** As a page does that has just been loaded in a language. */
  async function openConsole(language: 'de' | 'en' | 'fr'): Promise<string> {
    await (await import('../speak')).speak(language);
    const { withConsoleTexts } = await import('./with-console-texts');

    return withConsoleTexts(() => Promise.resolve(verdict()));
  }

  it('are there before any part of it is', async () => {
    expect(await openConsole('de')).toBe('Bisher kein Problem');
  });

  it('are no part of what everybody loads', async () => {
    await speak('de');

    expect(verdict()).toBe('No problem so far');
  });

  it('are in the application itself in English', async () => {
    expect(await openConsole('en')).toBe('No problem so far');
  });

  it('do not keep the console from those whom they do not reach', async () => {
    jest.doMock('./fr.json', () => {
      throw new TypeError('Failed to fetch');
    });

    expect(await openConsole('fr')).toBe('No problem so far');
  });
});
