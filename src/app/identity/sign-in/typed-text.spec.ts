import { codeIn, emailAddressIn, phoneNumberIn } from './typed-text';

describe('a phone number that was typed', () => {
  it.each([
    '+15555550100',
    '+1 555 555 0100',
    ' +1 (555) 555-0100 ',
    '+1.555.555.0100',
    '+1\u2011555\u2013555\u22120100',
    '+1/555/5550100',
    '0015555550100',
    '00 1 555 555 0100',
    'tel:+1-555-555-0100',
    '\u202A+1 555 555 0100\u202C',
    '+1\u00A0555\u202F555\u30000100',
    '＋１ ５５５ ５５５ ０１００',
    '+١ ٥٥٥ ٥٥٥ ٠١٠٠',
    '+۱ ۵۵۵ ۵۵۵ ۰۱۰۰',
    '+१ ५५५ ५५५ ०१००',
    '+𝟏 𝟻𝟻𝟻 555 0100',
  ])('is understood as it is written: %j', (typed) => {
    expect(phoneNumberIn(typed)).toBe('+15555550100');
  });

  it('leaves out the zero that is dialled at home', () => {
    expect(phoneNumberIn('+44 (0)20 7946 0958')).toBe('+442079460958');
  });

  it.each([
    '',
    ' ',
    '+',
    '555 555 0100',
    '(555) 555-0100',
    '+0 555 555 0100',
    '+1 555',
    '+1 555 555 0100 0000 00',
    '+1 800 FLOWERS',
    '+1 555 555 0100 ext. 5',
    '++15555550100',
    '+1+5555550100',
    'ada@example.com',
  ])('is none when it cannot be right: %j', (typed) => {
    expect(phoneNumberIn(typed)).toBeUndefined();
  });
});

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
