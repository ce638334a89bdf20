import { listWords } from './list-words';

describe('listWords', () => {
  it.each([
    [[], 'en', ''],
    [['Theme'], 'en', 'Theme'],
    [['Theme', 'Language'], 'en', 'Theme and Language'],
    [['Theme', 'Language', 'Bookmarks'], 'en', 'Theme, Language, and Bookmarks'],
    [['Thema', 'Sprache', 'Lesezeichen'], 'de', 'Thema, Sprache und Lesezeichen'],
    [['テーマ', '言語', '通知'], 'ja', 'テーマ、言語、通知'],
  ])('joins %j in %s', (names, locale, words) => {
    expect(listWords(names, locale)).toBe(words);
  });

  it('speaks the language of the page', () => {
    expect(listWords(['a', 'b'])).toBe('a and b');
  });
});
