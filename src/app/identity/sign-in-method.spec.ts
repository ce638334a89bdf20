import type { Account } from './account';
import { signInMethods } from './sign-in-method';

const password = { provider: 'auth0', userId: 'ada', connection: 'Users', profile: {} };
const github = {
  provider: 'github',
  userId: '7',
  connection: 'github',
  profile: { username: 'ada-l' },
};
const ada: Account = {
  userId: 'auth0|ada',
  profile: { email: 'ada@example.com' },
  identities: [password, github],
  settings: new Map(),
  hasAppMetadata: false,
};

describe('signInMethods', () => {
  it('are known as a person knows them, the account’s own first', () => {
    const users = {
      name: 'Users',
      strategy: 'auth0',
      label: 'Password',
      transport: 'auto',
    } as const;

    expect(signInMethods(ada, [users])).toEqual([
      { key: 'auth0|ada', identity: password, provider: 'Password', label: 'ada@example.com' },
      { key: 'github|7', identity: github, provider: 'GitHub', label: 'ada-l' },
    ]);
  });
});
