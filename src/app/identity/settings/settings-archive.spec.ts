import { isJsonObject, type Json, type Settings } from '../json';
import { isForbiddenName } from './reserved-settings';
import { archivedFor, archiveOf, archiveWith, archiveWithout } from './settings-archive';

const subject = 'samlp|acme|ada.king@example.com';
const other = 'github|7';
const settings: Settings = new Map([['theme', 'dark']]);
const asArchive = (value: Json | undefined): Settings =>
  new Map(value === undefined ? [] : [['linked_archive', value]]);

describe('archiveWith', () => {
  it.each([subject, 'auth0|100%', 'auth0|%2E', 'oidc|acme|%25.%'])(
    'sets aside for %s under a name that the tenant stores, and finds it again',
    (one) => {
      const archive = archiveWith({ [other]: { locale: 'en' } }, new Map([[one, settings]]));

      expect(isJsonObject(archive) && Object.keys(archive).filter(isForbiddenName)).toEqual([]);
      expect([...archivedFor(asArchive(archive), one)]).toEqual([['theme', 'dark']]);
      expect([...archiveOf(archive).keys()]).toEqual([other, one]);
      expect(archiveWithout(archive, one)).toEqual({ [other]: { locale: 'en' } });
    },
  );

  it('adds to what the same account has set aside, whose newer value counts', () => {
    const before = archiveWith(
      undefined,
      new Map([[subject, new Map([...settings, ['tags', [1]]])]]),
    );
    const archive = archiveWith(before, new Map([[subject, new Map([['theme', 'light']])]]));

    expect([...archivedFor(asArchive(archive), subject)]).toEqual([
      ['theme', 'light'],
      ['tags', [1]],
    ]);
  });

  it('is what it was when there is nothing to add', () => {
    expect(archiveWith(undefined, new Map([[subject, new Map()]]))).toBeUndefined();
    expect(archiveWith('of somebody else', new Map())).toBe('of somebody else');
  });
});

describe('archiveWithout', () => {
  it('is nothing when the last entry is gone', () => {
    const archive = archiveWith(undefined, new Map([[subject, settings]]));

    expect(archiveWithout(archive, subject)).toBeUndefined();
  });

  it('leaves alone what is not an entry of this account', () => {
    const value = { [other]: 'of somebody else' };

    expect(archiveWithout(value, other)).toBe(value);
    expect(archiveWithout(value, subject)).toBe(value);
  });
});
