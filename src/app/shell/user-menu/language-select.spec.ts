import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { keptLanguage } from '../../../locales/kept-language';
import { LanguageSelect } from './language-select';

async function setUp(locale = 'en') {
  TestBed.configureTestingModule({ providers: [{ provide: LOCALE_ID, useValue: locale }] });
  const fixture = TestBed.createComponent(LanguageSelect);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;

  return { root, select: root.querySelector('select') };
}

describe('LanguageSelect', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => jest.restoreAllMocks());

  it('offers each language by the name that its speakers know, as text in that language', async () => {
    const { select } = await setUp();
    const offered = [...(select?.options ?? [])].map(({ lang, text }) => [lang, text.trim()]);

    expect(offered).toEqual([
      ['en', 'English'],
      ['de', 'Deutsch'],
      ['es', 'Español'],
      ['fr', 'Français'],
      ['ja', '日本語'],
      ['ar', 'العربية'],
    ]);
  });

  it('shows which one the pages are in', async () => {
    expect((await setUp('ja')).select?.value).toBe('ja');
  });

  it('is not there where the choice would be forgotten', async () => {
    jest.spyOn(keptLanguage, 'isPossible').mockReturnValue(false);

    expect((await setUp()).root.textContent.trim()).toBe('');
  });
});
