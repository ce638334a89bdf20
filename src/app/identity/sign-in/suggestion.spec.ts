import type { Account } from '../account';
import type { Connection } from '../connection';
import { historyKey } from '../settings/reserved-settings';
import { suggestedConnections } from './suggestion';

const offered: readonly Connection[] = [
  { name: 'google', strategy: 'google-oauth2', label: 'Google', transport: 'auto' },
  { name: 'github', strategy: 'github', label: 'GitHub', transport: 'auto' },
];

const account: Account = {
  userId: 'auth0|ada',
  profile: { email: 'ada@example.com' },
  identities: [{ provider: 'auth0', userId: 'ada', connection: 'Users', profile: {} }],
  settings: new Map(),
  hasAppMetadata: false,
};

const withGoogle: Account = {
  ...account,
  identities: [
    ...account.identities,
    { provider: 'google-oauth2', userId: '1', connection: 'google', profile: {} },
  ],
};

const namesFor = (claim: unknown, of = account) =>
  suggestedConnections(claim, offered, of).map(({ name }) => name);

const google = { connection: 'google', strategy: 'google-oauth2' };

describe('suggestedConnections', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['what the tenant has found', [google], ['google']],
    ['each connection once', [google, google], ['google']],
    ['nothing that the portal does not offer', [{ connection: 'vk' }], []],
    ['nothing when the tenant says nothing', undefined, []],
    ['nothing when what it says is no list', { connection: 'google' }, []],
    ['nothing for entries of another shape', [null, 'google', 7, {}, [google]], []],
  ])('suggests %s', (_case, claim, names) => {
    expect(namesFor(claim)).toEqual(names);
  });

  it('suggests nothing that has been linked since the sign-in', () => {
    expect(namesFor([google, { connection: 'github' }], withGoogle)).toEqual(['github']);
  });

  it.each<[string, readonly ('link' | 'unlink')[], readonly string[]]>([
    ['what was unlinked last', ['link', 'unlink'], []],
    ['what was linked again and is gone from elsewhere', ['unlink', 'link'], ['google']],
  ])('heeds what the account remembers: %s', (_case, events, names) => {
    const record = events.map((what, index) => [what, 1_800_000_000 + index, 'g|1', 'google']);
    const settings = new Map([[historyKey, record]]);

    expect(namesFor([google], { ...account, settings })).toEqual(names);
  });
});
