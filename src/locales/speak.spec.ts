import { formatDate } from '@angular/common';
import { clearTranslations } from '@angular/localize';

import { languageCodes, languages } from './languages';
import { speak } from './speak';

const { documentElement: root } = document;

describe('speak', () => {
  afterEach(async () => {
    clearTranslations();
    await speak('en');
    jest.restoreAllMocks();
  });

  it.each(languageCodes.map((code) => [code, languages[code].direction] as const))(
    'says in the page that it is %s, which is written %s',
    async (code, direction) => {
      await speak(code);

      expect(root.lang).toBe(code);
      expect(root.dir).toBe(direction);
      expect($localize.locale).toBe(code);
    },
  );

  it('brings along how dates are written', async () => {
    await speak('de');

    expect(formatDate('2026-03-02T12:00:00', 'longDate', 'de')).toBe('2. März 2026');
  });

  it('speaks the pseudo-language from left to right', async () => {
    await speak('en-XA');

    expect([root.lang, root.dir]).toEqual(['en-XA', 'ltr']);
    expect($localize`Sign in`).toBe('⟦Šîîĝñ îîñ⟧');
  });

  it('speaks English where a language does not arrive', async () => {
    jest.replaceProperty(languages, 'ar', {
      ...languages.ar,
      load: () => Promise.reject(new TypeError('Failed to fetch')),
    });
    await speak('ar');

    expect([root.lang, root.dir]).toEqual(['en', 'ltr']);
  });

  it('speaks English where a language does not arrive in time, also when it comes at last', async () => {
    jest.useFakeTimers();
    const { load } = languages.de;
    if (load === undefined) throw new Error('German has no texts.');
    let arrive: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (arrive = resolve));
    jest.replaceProperty(languages, 'de', {
      ...languages.de,
      load: async () => {
        await held;

        return load();
      },
    });
    const spoken = speak('de');
    await jest.advanceTimersByTimeAsync(5_000);
    await spoken;
    jest.useRealTimers();
    arrive();
    await load();

    expect([root.lang, root.dir]).toEqual(['en', 'ltr']);
    expect($localize`Sign in`).toBe('Sign in');
  });
});
