import { isJsonObject, type Json, type Settings } from '../json';
import { isForbiddenName } from './reserved-settings';
import {
  archivedFor,
  archiveOf,
  archiveWith,
  archiveWithout,
  connectionsOf,
} from './settings-archive';

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

describe('the connections of an archive', () => {
  const linkedBy = new Map([
    [subject, 'acme-eu'],
    [other, 'github'],
  ]);

  it('are kept with what is set aside, and are no account of their own', () => {
    const archive = archiveWith(undefined, new Map([[subject, settings]]), linkedBy);
    const more = archiveWith(archive, new Map([[other, settings]]), linkedBy);

    expect(connectionsOf(archive)).toEqual(new Map([[subject, 'acme-eu']]));
    expect(connectionsOf(more)).toEqual(linkedBy);
    expect([...archiveOf(more).keys()]).toEqual([subject, other]);
  });

  it('stay when more is set aside by somebody who does not know them', () => {
    const archive = archiveWith(undefined, new Map([[subject, settings]]), linkedBy);
    const more = archiveWith(archive, new Map([[subject, new Map([['news', true]])]]));

    expect(connectionsOf(more).get(subject)).toBe('acme-eu');
  });

  it('go with the last of what is set aside', () => {
    const both = archiveWith(
      undefined,
      new Map([
        [subject, settings],
        [other, settings],
      ]),
      linkedBy,
    );

    expect(connectionsOf(archiveWithout(both, subject))).toEqual(new Map([[other, 'github']]));
    expect(archiveWithout(archiveWithout(both, subject), other)).toBeUndefined();
  });

  it.each([undefined, null, 'x', { connections: 'x' }, { connections: { [subject]: 7 } }])(
    'are none where none are kept: %j',
    (value) => {
      expect(connectionsOf(value).size).toBe(0);
    },
  );
});
