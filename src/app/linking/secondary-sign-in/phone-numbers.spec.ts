import {
  countryOf,
  countryOfBrowser,
  exampleNumber,
  phoneCountries,
  phoneNumberIn,
} from './phone-numbers';

describe('a phone number that was typed with the code of its country', () => {
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
    expect(phoneNumberIn(typed, 'DE')).toEqual({
      address: '+15555550100',
      shown: '+1 555 555 0100',
    });
  });

  it('leaves out the zero that is dialled at home', () => {
    expect(phoneNumberIn('+44 (0)20 7946 0958', 'US')?.address).toBe('+442079460958');
  });

  it.each([
    '',
    ' ',
    '+',
    '+0 555 555 0100',
    '+1 555',
    '+1 555 555 0100 0000 00',
    '+1 800 FLOWERS',
    '+1 555 555 0100 ext. 5',
    '++15555550100',
    '+1+5555550100',
    'ada@example.com',
  ])('is none when it cannot be right: %j', (typed) => {
    expect(phoneNumberIn(typed, 'US')).toBeUndefined();
  });
});

describe('a phone number that was typed as at home', () => {
  it.each([
    ['US', '555 555 0100', '+15555550100'],
    ['US', '(555) 555-0100', '+15555550100'],
    ['US', '1 555 555 0100', '+15555550100'],
    ['DE', '0151 23456789', '+4915123456789'],
    ['DE', '0151/23 45 67 89', '+4915123456789'],
    ['DE', '０１５１ ２３４５６７８９', '+4915123456789'],
    ['EG', '٠١٠٠ ١٢٣ ٤٥٦٧', '+201001234567'],
    ['JP', '090-1234-5678', '+819012345678'],
    ['IT', '06 1234 5678', '+390612345678'],
    ['RU', '8 912 345-67-89', '+79123456789'],
    ['US', '011 49 151 23456789', '+4915123456789'],
    ['US', '00 49 151 23456789', '+4915123456789'],
  ] as const)('is understood in %s: %j', (country, typed, address) => {
    expect(phoneNumberIn(typed, country)?.address).toBe(address);
  });

  it.each([
    ['DE', '01'],
    ['US', '555 0100'],
    ['US', '555 555 0100 0000 00'],
    ['DE', 'ada@example.com'],
  ] as const)('is none in %s when it is too short or too long: %j', (country, typed) => {
    expect(phoneNumberIn(typed, country)).toBeUndefined();
  });

  it('could be the example, in every country', () => {
    const understood = phoneCountries('en').filter(
      ({ code }) => phoneNumberIn(exampleNumber(code), code) !== undefined,
    );

    expect(understood).toHaveLength(phoneCountries('en').length);
  });
});

describe('the country of a phone number', () => {
  it.each([
    ['+49', 'US', 'DE'],
    ['+49 151 23456789', 'US', 'DE'],
    ['00 49 151', 'FR', 'DE'],
    ['＋４９', 'US', 'DE'],
    ['+1', 'DE', 'US'],
    ['+1', 'CA', 'CA'],
    ['+1 416 555 0100', 'US', 'CA'],
    ['+44 20', 'US', 'GB'],
    ['+', 'DE', 'DE'],
    ['', 'DE', 'DE'],
    ['0151', 'DE', 'DE'],
    ['49 151', 'US', 'US'],
    ['+999', 'DE', 'DE'],
    ['+882 16 1234567', 'DE', 'DE'],
  ] as const)('after %j, where it was %s, is %s', (typed, before, after) => {
    expect(countryOf(typed, before)).toBe(after);
  });

  it.each([
    [['de-AT', 'en-US'], 'AT'],
    [['de', 'en-GB'], 'GB'],
    [['ja'], 'JP'],
    [['ar'], 'EG'],
    [['en-001', 'fr-CH'], 'CH'],
    [['eo'], 'US'],
    [['c', 'en_US.UTF-8', 'fr-FR'], 'FR'],
    [[], 'US'],
  ] as const)('is guessed from the languages of the browser: %j', (languages, country) => {
    expect(countryOfBrowser(languages)).toBe(country);
  });

  it('is called what it is called in the language shown, and found where one looks for it', () => {
    const german = phoneCountries('de').map(({ name }) => name);

    expect(phoneCountries('de')).toContainEqual({
      code: 'DE',
      name: 'Deutschland',
      dialCode: '49',
    });
    expect(german.indexOf('Österreich')).toBeLessThan(german.indexOf('Polen'));
    expect(german.indexOf('Österreich')).toBeGreaterThan(german.indexOf('Norwegen'));
    expect(phoneCountries('ja')).toContainEqual({ code: 'JP', name: '日本', dialCode: '81' });
  });
});
