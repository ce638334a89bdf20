import { displayText } from './display-text';

describe('displayText', () => {
  it.each([
    ['a direction override', 'ada\u202Egro.elpmaxe@', 'adagro.elpmaxe@'],
    ['direction embeddings and isolates', '\u202A\u2066Ada\u2069\u202C', 'Ada'],
    ['direction marks', '\u200EAda\u200F\u061C', 'Ada'],
    ['zero-width characters', 'a\u200Bd\u200Ca\u200D\u2060\uFEFF', 'ada'],
    ['a soft hyphen', 'ad\u00ADa', 'ada'],
    ['control characters', 'a\u0000d\u001Ba\u007F\u0086', 'ada'],
    ['lines and paragraphs', 'Ada\u2028Lovelace\u2029\r\nCountess', 'Ada Lovelace Countess'],
    ['room between words', 'Ada \u3000\t\u00A0\u2003 Lovelace', 'Ada Lovelace'],
    ['blanks that pass for letters', 'a\u3164d\u115F\u1160\uFFA0a\u2800', 'ada'],
    [
      'room that invisible characters keep apart',
      'Ada \u200B \u2060 \uFEFF Lovelace',
      'Ada Lovelace',
    ],
    ['what is no room between letters', 'a\uFEFFda', 'ada'],
    ['variation selectors and joiners that change no letter', 'a\uFE0Fd\u034Fa\u{E0100}', 'ada'],
    ['the line end of other machines', 'Ada\u0085Lovelace', 'Ada Lovelace'],
    ['tag characters', 'Ada\u{E0061}\u{E007F}', 'Ada'],
    ['blanks around it', '\u00A0 Ada Lovelace \u3000', 'Ada Lovelace'],
  ])('leaves out %s', (_case, text, shown) => {
    expect(displayText(text)).toBe(shown);
  });

  it('keeps letters of every script, accents and blanks inside', () => {
    expect(displayText('Åda Лавлейс 愛達 עדה آدا e\u0301')).toBe(
      'Åda Лавлейс 愛達 עדה آدا e\u0301',
    );
  });

  it.each([
    ['Persian', 'علی\u200Cرضا محمدی'],
    ['Sinhala', 'ශ්\u200Dරී ලංකා'],
    ['Devanagari in its half form', 'क्\u200Dष'],
    ['Devanagari kept apart', 'क्\u200Cष'],
    ['a family and a red heart', '👨\u200D👩\u200D👧 Familie ❤\uFE0F'],
    ['a person with a tone of skin', '👩🏽\u200D🚀 Mae'],
    ['a key', '1\uFE0F\u20E3'],
    ['Vietnamese in parts', 'Nguye\u0302\u0303n'],
    ['Hebrew with points', 'שָׁלוֹם'],
    ['Arabic with vowels', 'مُحَمَّدٌ'],
    ['Thai', 'ที่รัก'],
    ['Burmese', 'မြန်မာနိုင်ငံ'],
    ['Greek of many accents', 'ᾧ'.normalize('NFD')],
  ])('keeps %s as it is written', (_case, name) => {
    expect(displayText(name)).toBe(name);
  });

  it.each([
    ['between Latin letters', 'a\u200Cd\u200Da'],
    ['after an Arabic letter that joins nothing', 'دا\u200Cر'],
    ['at the end of an Arabic word', 'علی\u200C'],
    ['after a picture that stands alone', '👨\u200D'],
    ['at the beginning', '\u200Dර'],
    ['twice', 'ශ්\u200D\u200Dරී'],
  ])('takes a joiner out that nobody would see: %s', (_case, text) => {
    const shown = displayText(text);

    expect(shown.match(/[\u200C\u200D]/gu)?.length ?? 0).toBe(text.includes('ශ') ? 1 : 0);
  });

  it('leaves a letter no more marks than stand in its line', () => {
    expect(displayText(`A${'\u0301'.repeat(78)}da`)).toBe(`A${'\u0301'.repeat(3)}da`);
    expect(displayText(`A${'\u0301\u200D\u034F'.repeat(78)}da`)).toBe(`A${'\u0301'.repeat(3)}da`);
    expect(displayText(`ก${'\u0E34'.repeat(78)}`)).toBe(`ก${'\u0E34'.repeat(8)}`);
    expect(displayText('\u0301\u0301Ada')).toBe('Ada');
  });

  it('takes no long time over what somebody has made long', () => {
    for (const part of ['\u0301', '\u200D', 'a\u0301\u200D', '👨\u200D', 'ی\u200C']) {
      const begun = performance.now();
      displayText(part.repeat(50_000));
      expect(performance.now() - begun).toBeLessThan(1000);
    }
  });

  it('cuts no picture and no letter with its marks in two', () => {
    expect(displayText(`${'x'.repeat(78)}👨\u200D👩\u200D👧`)).toBe(`${'x'.repeat(78)}…`);
    expect(displayText(`${'x'.repeat(79)}e\u0301`)).toBe(`${'x'.repeat(79)}…`);
  });

  it('leaves markup as the text it is', () => {
    expect(displayText('<img src=x onerror=alert(1)>')).toBe('<img src=x onerror=alert(1)>');
  });

  it('clips what is longer than 80 characters, and says so', () => {
    expect(displayText('x'.repeat(80))).toBe('x'.repeat(80));
    expect(displayText('x'.repeat(10_000))).toBe(`${'x'.repeat(80)}…`);
  });

  it('never cuts a character in two', () => {
    expect(displayText('🦉'.repeat(81))).toBe(`${'🦉'.repeat(80)}…`);
  });

  it('does not let invisible characters use up the line', () => {
    expect(displayText(`${'\u200B'.repeat(500)}Ada`)).toBe('Ada');
  });

  it('has nothing to show of a name that is invisible', () => {
    expect(displayText('\u200B\u202E\u0000 ')).toBe('');
  });
});
