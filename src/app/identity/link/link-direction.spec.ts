import type { Account } from '../account';
import { accountWith } from '../testing/accounts';
import { adviseDirection, type DirectionPolicy } from './link-direction';

const free: DirectionPolicy = { allowSwap: true, enterpriseMustBePrimary: false };
const strict: DirectionPolicy = { allowSwap: true, enterpriseMustBePrimary: true };
const fixed: DirectionPolicy = { allowSwap: false, enterpriseMustBePrimary: true };

const ada = (fields: Partial<Account> = {}) => accountWith('auth0|ada', new Map(), fields);
const work = (fields: Partial<Account> = {}) => accountWith('samlp|ada', new Map(), fields);
const hub = (fields: Partial<Account> = {}) => accountWith('github|7', new Map(), fields);
const methods = [...ada().identities, ...hub().identities] as const;
const [one, two] = [new Map([['a', 1]]), new Map(Object.entries({ a: 1, b: 2 }))];

describe('adviseDirection', () => {
  it.each<[string, Account, Account, string, string]>([
    ['the company’s account', ada(), work(), 'keepSecond', 'company'],
    ['the older account', ada({ createdAtMs: 2 }), hub({ createdAtMs: 1 }), 'keepSecond', 'older'],
    ['the one whose age is known', ada(), hub({ createdAtMs: 9 }), 'keepSecond', 'older'],
    ['the one with more methods', ada({ identities: methods }), hub(), 'keepFirst', 'moreMethods'],
    [
      'the one with more settings',
      ada({ settings: one }),
      hub({ settings: two }),
      'keepSecond',
      'moreSettings',
    ],
    ['the one in use, else', ada(), hub(), 'keepFirst', 'asUsual'],
  ])('recommends %s', (_case, first, second, recommended, reason) => {
    expect(adviseDirection(first, second, free)).toMatchObject({ recommended, reason });
  });

  it('counts no setting of its own', () => {
    const archive = new Map(Object.entries({ linked_archive: {}, acct_link: {} }));

    expect(adviseDirection(ada(), hub({ settings: archive }), free).reason).toBe('asUsual');
  });

  it.each<[string, Account, Account, DirectionPolicy, Record<string, string>]>([
    ['nothing', ada(), hub(), free, {}],
    ['nothing of a company’s, unless the operator says so', ada(), work(), free, {}],
    ['to absorb a company’s account', ada(), work(), strict, { keepFirst: 'companyMustStay' }],
    [
      'to absorb one that a directory makes',
      ada({ isProvisioned: true }),
      hub(),
      free,
      { keepSecond: 'companyMustStay' },
    ],
    ['neither of two companies’', work(), work(), strict, {}],
    ['to change places', ada(), hub(), fixed, { keepSecond: 'noSwap' }],
    [
      'both, so that there is no link',
      ada(),
      work(),
      fixed,
      { keepFirst: 'companyMustStay', keepSecond: 'noSwap' },
    ],
  ])('forbids %s', (_case, first, second, policy, forbidden) => {
    expect(Object.fromEntries(adviseDirection(first, second, policy).forbidden)).toEqual(forbidden);
  });

  it('recommends what is allowed, if anything is', () => {
    const advice = adviseDirection(ada({ createdAtMs: 2 }), hub({ createdAtMs: 1 }), fixed);

    expect(advice).toMatchObject({ recommended: 'keepFirst', reason: 'asUsual' });
  });
});
