import { codeIn, emailAddressIn } from './typed-text';

describe('a code that was typed', () => {
  it.each([
    '246813',
    ' 246 813 ',
    '246-813',
    '2 4 6 8 1 3',
    '246\u00A0813',
    '246.813',
    '٢٤٦٨١٣',
    '۲۴۶۸۱۳',
    '２４６８１３',
    '\u200E246813\u200F',
  ])('is understood: %j', (typed) => {
    expect(codeIn(typed)).toBe('246813');
  });

  it('keeps the zeros that it begins with', () => {
    expect(codeIn('000 123')).toBe('000123');
  });

  it.each(['', '  ', '246', '24681e', 'O46813', '+246813', '246,813', '½¼¾²'])(
    'is none when it cannot be right: %j',
    (typed) => {
      expect(codeIn(typed)).toBeUndefined();
    },
  );
});

describe('an e-mail address that was typed', () => {
  it.each([
    'ada@example.com',
    ' ada@example.com ',
    'Ada@Example.COM',
    'ada＠example.com',
    'ａｄａ＠ｅｘａｍｐｌｅ。ｃｏｍ',
    '\u200Bada@example.com\uFEFF',
  ])('is understood: %j', (typed) => {
    expect(emailAddressIn(typed)).toBe('ada@example.com');
  });

  it.each([
    ['jörg@münchen.example', 'jörg@münchen.example'],
    ['ada.b+c@mail.example.com', 'ada.b+c@mail.example.com'],
    ["o'hara@example.com", "o'hara@example.com"],
  ])('keeps what belongs to it: %j', (typed, address) => {
    expect(emailAddressIn(typed)).toBe(address);
  });

  it.each([
    '',
    'ada',
    'ada@',
    '@example.com',
    'ada@example',
    'a b@example.com',
    'a@b@example.com',
    'a@b..com',
  ])('is none when it cannot be right: %j', (typed) => {
    expect(emailAddressIn(typed)).toBeUndefined();
  });
});
