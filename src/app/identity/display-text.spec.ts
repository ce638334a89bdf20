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
