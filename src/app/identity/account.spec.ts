import { holdsSubject, labelOf, labelOfIdentity, type Account } from './account';
import { accountLabel, subjectOf, type Identity, type IdentityProfile } from './identity';

const identity = (userId: string, profile: IdentityProfile = {}): Identity => ({
  provider: 'google-oauth2',
  userId,
  connection: 'google',
  profile,
});

const setUp = (
  profile: IdentityProfile,
  identities: Account['identities'] = [identity('1')],
): Account => ({
  userId: 'google-oauth2|1',
  profile,
  identities,
  settings: new Map(),
  hasAppMetadata: false,
});

describe('accountLabel', () => {
  const everything = {
    email: 'ada@example.com',
    phone: '+15555550100',
    username: 'ada',
    name: 'Ada Lovelace',
  };

  it.each<[string, IdentityProfile, string | undefined]>([
    ['the e-mail address first', everything, 'ada@example.com'],
    ['the phone number next', { phone: '+15555550100', username: 'ada' }, '+15555550100'],
    ['then the username', { username: 'ada', name: 'Ada Lovelace' }, 'ada'],
    ['then the name', { name: 'Ada Lovelace' }, 'Ada Lovelace'],
    ['the next when the first cannot be seen', { email: '\u200B', username: 'ada' }, 'ada'],
    ['nothing when there is nothing', {}, undefined],
    ['nothing when there is nothing to see', { name: ' \u200B\u202E ' }, undefined],
  ])('takes %s', (_case, profile, label) => {
    expect(accountLabel(profile)).toBe(label);
  });

  it('hides no direction override in an address', () => {
    expect(accountLabel({ email: 'ada\u202E@example.com' })).toBe('ada@example.com');
  });
});

describe('labelOf', () => {
  it('takes the account’s own label', () => {
    const account = setUp({ email: 'ada@example.com' }, [identity('1', { email: 'old@x.org' })]);

    expect(labelOf(account)).toBe('ada@example.com');
  });

  it('takes the label of the account’s own method when the account has none', () => {
    expect(labelOf(setUp({}, [identity('1', { username: 'ada' })]))).toBe('ada');
  });

  it('takes the id when nothing else is known', () => {
    expect(labelOf(setUp({}))).toBe('google-oauth2|1');
  });
});

describe('labelOfIdentity', () => {
  const [own, named, nameless] = [identity('1'), identity('2', { name: 'Work' }), identity('3')];
  const account = setUp({ email: 'ada@example.com' }, [own, named, nameless]);

  it('takes what the provider said about the method', () => {
    expect(labelOfIdentity(account, named)).toBe('Work');
  });

  it('takes the account’s label for the account’s own method', () => {
    expect(labelOfIdentity(account, own)).toBe('ada@example.com');
  });

  it('never lends the account’s label to another method', () => {
    expect(labelOfIdentity(account, nameless)).toBe('3');
  });
});

describe('holdsSubject', () => {
  const account = setUp({}, [identity('1'), { ...identity('2'), provider: 'github' }]);

  it.each([
    ['google-oauth2|1', true],
    ['github|2', true],
    ['google-oauth2|2', false],
    ['github|22', false],
    ['', false],
  ])('judges %s', (subject, held) => {
    expect(holdsSubject(account, subject)).toBe(held);
  });

  it('knows the account by its id even if no method carries it', () => {
    expect(holdsSubject({ ...account, userId: 'auth0|ada' }, 'auth0|ada')).toBe(true);
  });
});

describe('subjectOf', () => {
  it('is built from the provider, not from the connection, and keeps a second bar', () => {
    const company = { provider: 'samlp', userId: 'acme|ada', connection: 'acme', profile: {} };

    expect(subjectOf(company)).toBe('samlp|acme|ada');
  });
});
