import { parseAccount, parseIdentities } from './account-answer';
import { UnreadableAnswerError } from './parse-answer';

const password = { connection: 'Users', provider: 'auth0', user_id: 'ada', isSocial: false };
const google = {
  connection: 'google-oauth2',
  provider: 'google-oauth2',
  user_id: '115',
  profileData: { email: 'ada@gmail.com', name: 'Ada', email_verified: true },
};
const ada = {
  user_id: 'auth0|ada',
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  created_at: '2026-01-02T03:04:05.000Z',
  identities: [password, google],
  user_metadata: { theme: 'dark', locale: 'en' },
  app_metadata: { plan: 'gold' },
};

const setUp = (fields: object = {}) => parseAccount({ ...ada, ...fields }, 'auth0|ada');

function pathOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof UnreadableAnswerError) return error.path;
  }

  return 'it was read';
}

describe('parseAccount', () => {
  it.each([
    ['https://acme.example/ada.png', 'https://acme.example/ada.png'],
    [[7, 'https://acme.example/ada.png'], '7'],
    [null, undefined],
    [{}, undefined],
    ['', undefined],
  ])('reads the picture %j as %s', (picture, read) => {
    expect(setUp({ picture }).profile.picture).toBe(read);
  });

  it('reads what linking needs and nothing else', () => {
    expect(setUp({ last_ip: '1.2.3.4', email_verified: true })).toEqual({
      userId: 'auth0|ada',
      profile: { name: 'Ada Lovelace', email: 'ada@example.com' },
      createdAtMs: Date.UTC(2026, 0, 2, 3, 4, 5),
      identities: [
        { provider: 'auth0', userId: 'ada', connection: 'Users', profile: {} },
        {
          provider: 'google-oauth2',
          userId: '115',
          connection: 'google-oauth2',
          profile: { email: 'ada@gmail.com', name: 'Ada' },
        },
      ],
      settings: new Map([
        ['theme', 'dark'],
        ['locale', 'en'],
      ]),
      hasAppMetadata: true,
    });
  });

  it('reads a phone account', () => {
    const phone = {
      picture: undefined,
      email: undefined,
      name: '+15555550100',
      phone_number: '+15555550100',
    };

    expect(setUp(phone).profile).toEqual({ name: '+15555550100', phone: '+15555550100' });
  });

  it('reads an account that is known by a username', () => {
    expect(setUp({ username: 'ada-l' }).profile).toMatchObject({ username: 'ada-l' });
  });

  it('reads an id that is a number as the text it is in a subject', () => {
    expect(setUp({ identities: [{ ...google, user_id: 115 }] }).identities[0].userId).toBe('115');
  });

  it('reads a method of which the provider said nothing', () => {
    expect(setUp({ identities: [password] }).identities[0].profile).toEqual({});
  });

  it('takes null and empty text for nothing', () => {
    const empty = { name: null, email: '', username: null, phone_number: null };
    const account = setUp({ ...empty, identities: [{ ...google, profileData: empty }] });

    expect(account.profile).toEqual({});
    expect(account.identities[0].profile).toEqual({});
  });

  it.each<[object, object]>([
    [{ name: ['Ada', 'Lovelace'] }, { name: 'Ada' }],
    [{ name: 42 }, { name: '42' }],
    [{ name: {}, username: {} }, {}],
    [{ phone_number: 15555550100 }, { phone: '15555550100' }],
    [{ email: ['a@example.com'] }, { email: 'a@example.com' }],
    [{ email: { $ne: null } }, {}],
  ])('shuts nobody out for a detail that is no text: %j', (details, profile) => {
    const nothing = { name: undefined, email: undefined };
    const account = setUp({
      ...nothing,
      ...details,
      identities: [password, { ...google, profileData: details }],
    });

    expect(account.profile).toEqual(profile);
    expect(account.identities[1]?.profile).toEqual(profile);
  });

  it.each([null, [], 'Ada', 7])(
    'takes a provider’s data that is no record for none: %j',
    (data) => {
      const account = setUp({ identities: [{ ...google, profileData: data }] });

      expect(account.identities[0].profile).toEqual({});
    },
  );

  it.each([undefined, '', 'yesterday'])('knows no age from a creation date of %j', (date) => {
    expect(setUp({ created_at: date })).not.toHaveProperty('createdAtMs');
  });

  it('reads an account without any metadata', () => {
    const account = setUp({ user_metadata: undefined, app_metadata: undefined });

    expect(account).toMatchObject({ settings: new Map(), hasAppMetadata: false });
  });

  it('finds no operators’ data in an empty record', () => {
    expect(setUp({ app_metadata: {} }).hasAppMetadata).toBe(false);
  });

  it('drops a root that is null, which the tenant has deleted, and no null inside', () => {
    const { settings } = setUp({ user_metadata: { theme: null, deep: { a: null } } });

    expect([...settings]).toEqual([['deep', { a: null }]]);
  });

  it.each([
    [{ scim: {} }, true],
    [{ plan: 'gold' }, undefined],
  ])('knows from %j whether a directory provisions the account', (data, isProvisioned) => {
    expect(setUp({ app_metadata: data }).isProvisioned).toBe(isProvisioned);
  });

  it('is not poisoned by a setting named __proto__, and lets it be seen', () => {
    const json: unknown = JSON.parse(
      `{"user_id":"auth0|ada","identities":[${JSON.stringify(password)}],` +
        '"user_metadata":{"__proto__":{"isAdmin":true},"theme":"dark"},' +
        '"app_metadata":{"__proto__":{"isAdmin":true}}}',
    );

    const { settings } = parseAccount(json, 'auth0|ada');

    expect([...settings.keys()]).toEqual(['__proto__', 'theme']);
    expect(settings.get('__proto__')).toEqual({ isAdmin: true });
    expect(Object.prototype).not.toHaveProperty('isAdmin');
  });

  it.each<[string, unknown]>([
    ['', null],
    ['', '<html>'],
    ['', undefined],
    ['user_id', { ...ada, user_id: undefined }],
    ['user_id', { ...ada, user_id: 'no bar in it' }],
    ['user_id', { ...ada, user_id: 7 }],
    ['identities', { ...ada, identities: undefined }],
    ['identities.0', { ...ada, identities: [] }],
    ['identities.0.user_id', { ...ada, identities: [{ ...google, user_id: null }] }],
    ['user_id', { ...ada, user_id: 'auth0|eve' }],
    ['user_id', { ...ada, user_id: 'auth0|ADA' }],
    ['identities.0.provider', { ...ada, identities: [{ ...google, provider: undefined }] }],
    ['identities.1.connection', { ...ada, identities: [password, { ...google, connection: 1 }] }],
    ['identities.0.user_id', { ...ada, identities: [{ ...google, user_id: '..' }] }],
    ['identities.0.user_id', { ...ada, identities: [{ ...google, user_id: '.' }] }],
    ['identities.0.user_id', { ...ada, identities: [{ ...google, user_id: '' }] }],
    ['identities.0.provider', { ...ada, identities: [{ ...google, provider: '..' }] }],
    ['user_metadata', { ...ada, user_metadata: 'theme' }],
  ])('names “%s” as what cannot be read', (path, json) => {
    expect(pathOf(() => parseAccount(json, 'auth0|ada'))).toBe(path);
  });
});

describe('parseIdentities', () => {
  it('reads what a link or an unlink answers', () => {
    expect(parseIdentities([password, google]).map(({ userId }) => userId)).toEqual(['ada', '115']);
  });

  it.each<[string, unknown]>([
    ['', null],
    ['', { identities: [password] }],
    ['0', []],
    ['1.user_id', [password, { ...google, user_id: undefined }]],
  ])('names “%s” as what cannot be read', (path, json) => {
    expect(pathOf(() => parseIdentities(json))).toBe(path);
  });
});
