import type { Account } from '../account';
import type { Settings } from '../json';
import { archiveKey, historyKey } from '../settings/reserved-settings';
import { archiveWith } from '../settings/settings-archive';
import { nothingCompared } from '../settings/settings-comparison';
import { accountWith } from '../testing/accounts';
import { isDoubtful, lossesOf, warningsAbout } from './link-warnings';

const now = Date.UTC(2027, 0, 15, 8);
const anHourAgo = now - 3_600_000;
const none: Settings = new Map();
const ada = accountWith('auth0|ada', none, {
  createdAtMs: anHourAgo,
  profile: { email: 'ada@example.com' },
});
const google = accountWith('google-oauth2|115', none, {
  createdAtMs: anHourAgo,
  profile: { email: 'grace@example.com' },
});
const github = accountWith('github|7').identities[0];

interface Arranged {
  readonly kept?: Account;
  readonly absorbed?: Account;
  /** The one that was proven second; the absorbed one, unless the accounts change places. */
  readonly second?: Account;
  readonly name?: string;
}

function setUp({
  kept = ada,
  absorbed = google,
  second = absorbed,
  name = 'google-oauth2',
}: Arranged = {}): readonly string[] {
  const connection = { name, strategy: name, label: 'Google', transport: 'auto' } as const;

  return warningsAbout({ kept, absorbed, second, connection, nowMs: now }).map(({ kind }) => kind);
}

describe('warningsAbout', () => {
  it('has nothing to say of two ordinary accounts', () => {
    expect(setUp()).toEqual([]);
  });

  it('SEC-13: notices a sign-in with another connection than was asked for', () => {
    expect(setUp({ name: 'facebook' })).toEqual(['otherConnection']);
  });

  it('SEC-13: looks at the account that was proven, in whichever direction', () => {
    expect(setUp({ kept: google, absorbed: ada, second: google })).toEqual([]);
    expect(setUp({ kept: google, absorbed: ada, second: google, name: 'github' })).toEqual([
      'otherConnection',
    ]);
  });

  it('counts the methods that the account brings', () => {
    const two: Account = { ...google, identities: [google.identities[0], github] };

    expect(setUp({ absorbed: two })).toEqual(['manyMethods']);
  });

  it('notices that the method asked for belongs to another account, all of which would move', () => {
    const other: Account = { ...google, identities: [google.identities[0], github] };

    expect(setUp({ absorbed: other, name: 'github' })).toEqual(['belongsElsewhere']);
    const swapped = { kept: other, absorbed: ada, second: other, name: 'github' };
    expect(setUp(swapped)).toEqual([]);
  });

  it('notices an account that was made by the sign-in itself, up to a minute ago', () => {
    expect(setUp({ absorbed: { ...google, createdAtMs: now - 59_999 } })).toEqual(['newborn']);
    expect(setUp({ absorbed: { ...google, createdAtMs: now - 60_000 } })).toEqual([]);
    expect(setUp({ kept: { ...ada, createdAtMs: now } })).toEqual([]);
  });

  describe('of an account that was made by the sign-in', () => {
    const unlinkedAtMs = now - 5000;
    const remembering = (...what: readonly ('link' | 'unlink')[]): Account => ({
      ...ada,
      settings: new Map([
        [
          historyKey,
          what.map((each, index) => [each, unlinkedAtMs / 1000 + index, google.userId, 'google']),
        ],
      ]),
    });
    const saving: Account = {
      ...ada,
      settings: new Map([
        [
          archiveKey,
          archiveWith(undefined, new Map([[google.userId, new Map([['theme', 'dark']])]])) ?? null,
        ],
      ]),
    };
    const newborn = { ...google, createdAtMs: now };
    const young = (first: Account, second: Account = newborn, isSwapped = false) => {
      const [kept, absorbed] = isSwapped ? [second, first] : [first, second];
      const { connection } = second.identities[0];
      const asked = {
        name: connection,
        strategy: connection,
        label: '',
        transport: 'auto',
      } as const;

      return warningsAbout({ kept, absorbed, second, connection: asked, nowMs: now });
    };

    it('says when the first account has unlinked it, whichever is kept', () => {
      const told = [{ kind: 'unlinkedBefore', atMs: unlinkedAtMs + 1000 }];

      expect(young(remembering('link', 'unlink'))).toEqual(told);
      expect(young(remembering('link', 'unlink'), newborn, true)).toEqual(told);
      expect(young({ ...remembering('link', 'unlink'), userId: 'auth0|2' })).toEqual(told);
    });

    it('takes the word of whoever has just unlinked it, before that is on record', () => {
      const connection = {
        name: 'google-oauth2',
        strategy: '',
        label: '',
        transport: 'auto',
      } as const;
      const unlinked = { what: 'unlink', subject: google.userId, connection: 'google' } as const;
      const events = [{ ...unlinked, atMs: unlinkedAtMs + 2000 }];
      const asked = { absorbed: newborn, second: newborn, connection, nowMs: now, events };

      expect(warningsAbout({ kept: ada, ...asked })).toEqual([
        { kind: 'unlinkedBefore', atMs: unlinkedAtMs + 2000 },
      ]);
      expect(warningsAbout({ kept: remembering('unlink', 'link'), ...asked })).toEqual([
        { kind: 'unlinkedBefore', atMs: unlinkedAtMs + 2000 },
      ]);
    });

    it('says that it was linked before where nobody remembers when it was unlinked', () => {
      expect(young(remembering('link'))).toEqual([{ kind: 'unlinkedBefore' }]);
      expect(young(saving)).toEqual([{ kind: 'unlinkedBefore' }]);
    });

    it('says whether it has settings again', () => {
      const filled = { ...newborn, settings: new Map([['theme', 'light']]) };

      expect(young(saving, filled)).toEqual([{ kind: 'unlinkedBefore', hasSettings: true }]);
    });

    it('tells what a code was sent to that has made it', () => {
      const phone = { ...accountWith('sms|1'), createdAtMs: now };

      expect(young(ada, phone)).toEqual([{ kind: 'newborn', madeFor: 'phone' }]);
      expect(young(remembering('unlink'), newborn)).not.toEqual([{ kind: 'newborn' }]);
      expect(young(remembering('unlink'), { ...newborn, userId: 'google-oauth2|9' })).toEqual([
        { kind: 'newborn' },
      ]);
    });
  });

  it('notices a company’s account that ends in one of nobody’s, and not in another’s', () => {
    const company = { ...accountWith('samlp|acme|ada'), createdAtMs: anHourAgo };

    expect(setUp({ absorbed: company, name: 'samlp' })).toContain('companyAbsorbed');
    expect(setUp({ kept: company, absorbed: company, name: 'samlp' })).not.toContain(
      'companyAbsorbed',
    );
  });

  it('notices an address that may be taken for the other', () => {
    const twins = ['аda@example.com', 'ada\u200B@example.com', 'ada@example\u00AD.com'];

    for (const email of twins) {
      expect(setUp({ absorbed: { ...google, profile: { email } } })).toEqual(['lookAlike']);
    }
    expect(setUp({ absorbed: { ...google, profile: { email: 'ADA@example.com' } } })).toEqual([]);
  });
});

describe('isDoubtful', () => {
  const asked = { name: 'google-oauth2', strategy: 'google-oauth2', label: 'Google' };
  const doubtful = (second: Account, name = asked.name): boolean => {
    const connection = { ...asked, name, transport: 'auto' as const };

    return isDoubtful({ first: ada, second, connection, nowMs: now });
  };

  it('asks whether the second account is the one that was meant', () => {
    const two: Account = { ...google, identities: [google.identities[0], github] };

    expect(doubtful(google)).toBe(false);
    expect(doubtful(two)).toBe(false);
    expect(doubtful(two, 'github')).toBe(true);
    expect(doubtful(google, 'facebook')).toBe(true);
    expect(doubtful({ ...google, createdAtMs: now })).toBe(true);
    expect(doubtful({ ...google, profile: { email: 'аda@example.com' } })).toBe(true);
  });
});

describe('lossesOf', () => {
  it('always names the account itself and its access', () => {
    expect(lossesOf(google, nothingCompared)).toEqual([
      { kind: 'separateAccount' },
      { kind: 'access' },
    ]);
  });

  it('SEC-42: names what is dangerous, and not what is only set aside', () => {
    const leftOut = [
      { path: 'a.__proto__', why: 'forbidden' },
      { path: 'roles', why: 'reserved' },
    ] as const;

    expect(lossesOf(google, { ...nothingCompared, leftOut })).toContainEqual({
      kind: 'settings',
      paths: ['a.__proto__'],
    });
  });

  it('names what the portal keeps about the account', () => {
    expect(lossesOf({ ...google, hasAppMetadata: true }, nothingCompared)).toContainEqual({
      kind: 'portalData',
    });
  });
});
