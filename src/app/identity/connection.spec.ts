import { connectionsFor, providerLabel, type Connection } from './connection';
import { isCompany, isPhone } from './connection-kinds';

describe('providerLabel', () => {
  const connections: Connection[] = [
    { name: 'Users', strategy: 'auth0', label: 'Email and password', transport: 'auto' },
  ];

  it.each([
    ['the configured label', 'Users', 'auth0', 'Email and password'],
    ['the brand', 'google-main', 'google-oauth2', 'Google'],
    ['the connection’s own name', 'partner-portal', 'oauth2', 'partner-portal'],
    ['no inherited property as a brand', 'odd', 'constructor', 'odd'],
  ])('is %s', (_case, connection, provider, label) => {
    expect(providerLabel(connections, { connection, provider })).toBe(label);
  });

  it('prefers the configured label to the brand', () => {
    const named: Connection[] = [
      {
        name: 'google-oauth2',
        strategy: 'google-oauth2',
        label: 'Work account',
        transport: 'auto',
      },
    ];
    const identity = { connection: 'google-oauth2', provider: 'google-oauth2' };

    expect(providerLabel(named, identity)).toBe('Work account');
  });
});

describe('the kinds of connection', () => {
  it.each([
    ['sms', true, false],
    ['email', false, false],
    ['auth0', false, false],
    ['google-oauth2', false, false],
    ['samlp', false, true],
    ['waad', false, true],
    ['adfs', false, true],
    ['ad', false, true],
    ['oidc', false, true],
  ])('%s', (strategy, phone, company) => {
    expect(isPhone(strategy)).toBe(phone);
    expect(isCompany(strategy)).toBe(company);
  });
});

describe('connectionsFor', () => {
  const of = (name: string, strategy: string): Connection => ({
    name,
    strategy,
    label: name,
    transport: 'auto',
  });
  const connections = [
    of('google', 'google-oauth2'),
    of('first', 'samlp'),
    of('acme', 'samlp'),
    of('Customers', 'auth0'),
    of('Staff', 'auth0'),
    of('entra-eu', 'waad'),
    of('entra-us', 'waad'),
  ];

  it.each<[string, string, string | undefined, readonly string[]]>([
    ['by which it was linked', 'auth0|1', 'Staff', ['Staff']],
    ['by which it was linked, of two of a kind', 'waad|x', 'entra-us', ['entra-us']],
    ['by which it was linked, whatever its subject names', 'samlp|acme|ada', 'first', ['first']],
    ['by which it was linked, and with no other', 'auth0|1', 'Retired', []],
    ['of its kind', 'google-oauth2|115', undefined, ['google']],
    ['that its subject names', 'samlp|acme|ada', undefined, ['acme']],
    ['that a person chooses, of several of a kind', 'auth0|1', undefined, ['Customers', 'Staff']],
    ['at all, if it is of no kind that is configured', 'github|7', undefined, []],
  ])('prove an account with the connection %s', (_case, subject, linkedBy, expected) => {
    expect(connectionsFor(connections, subject, linkedBy).map(({ name }) => name)).toEqual(
      expected,
    );
  });
});
