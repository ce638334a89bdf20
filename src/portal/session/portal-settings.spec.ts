import { mistakeIn, settingThatTurns, takesOurCallbacks } from './portal-settings';

const good = {
  domain: 'acme.eu.auth0.com',
  clientId: 'abc',
  useRefreshTokens: true,
  skipRedirectCallback: false,
};
const tenant = { origin: 'https://acme.eu.auth0.com', clientId: 'abc' };

describe('settingThatTurns', () => {
  it.each<[object, string | undefined]>([
    [{}, undefined],
    [{ useRefreshTokensFallback: false }, undefined],
    [{ useRefreshTokens: undefined }, 'useRefreshTokens'],
    [{ useRefreshTokens: false }, 'useRefreshTokens'],
    [{ useRefreshTokensFallback: true }, 'useRefreshTokensFallback'],
  ])('SEC-40: names what would turn a portal with %j into the other account', (changes, name) => {
    expect(settingThatTurns({ ...good, ...changes })).toBe(name);
  });
});

describe('takesOurCallbacks', () => {
  it.each([
    ['on any page where it was never set', undefined, false, true],
    ['on no other page where it is set', false, false, false],
    ['on a callback of ours that it does not know', false, true, true],
    ['on no callback of ours that it knows', true, true, false],
  ])('tells that the portal does, %s', (_what, skipRedirectCallback, isOurCallback, takes) => {
    const portal = {
      domain: 'acme.eu.auth0.com',
      clientId: 'abc',
      ...(skipRedirectCallback !== undefined && { skipRedirectCallback }),
    };

    expect(takesOurCallbacks(portal, { isOurCallback })).toBe(takes);
  });
});

describe('mistakeIn', () => {
  it.each<[object, string | undefined]>([
    [{}, undefined],
    [{ domain: 'https://acme.eu.auth0.com' }, undefined],
    [{ domain: 'other.eu.auth0.com' }, 'LIG-OTHER-APPLICATION'],
    [{ clientId: 'another' }, 'LIG-OTHER-APPLICATION'],
  ])('compares the portal’s application with the configuration’s: %j', (changes, code) => {
    expect(mistakeIn({ ...good, ...changes }, tenant)).toBe(code);
  });
});
