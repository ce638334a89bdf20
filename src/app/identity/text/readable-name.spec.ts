import { readableName } from './readable-name';

describe('readableName', () => {
  it.each([
    ['theme', 'Theme'],
    ['emailFrequency', 'Email frequency'],
    ['EmailFrequency', 'Email frequency'],
    ['beta_features', 'Beta features'],
    ['time-zone', 'Time zone'],
    ['HTMLEmails', 'HTML emails'],
    ['userID', 'User ID'],
    ['SMS', 'SMS'],
    ['MAX_ITEMS', 'MAX ITEMS'],
    ['oauth2Enabled', 'Oauth2 enabled'],
    ['_private', 'Private'],
    ['größeDerSchrift', 'Größe der schrift'],
    ['テーマ', 'テーマ'],
  ])('makes words of %s', (name, words) => {
    expect(readableName(name)).toBe(words);
  });

  it.each(['', '__', 'Work Address', '7', '🏠'])('leaves %j as it is', (name) => {
    expect(readableName(name)).toBe(name);
  });
});
