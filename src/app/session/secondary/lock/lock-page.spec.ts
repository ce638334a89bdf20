import { Auth0Lock, Auth0LockPasswordless } from 'auth0-lock';

import type { WrittenConfig } from '../../../config/ligature-config';
import { showLock } from './lock-page';
import { lockAddress } from './lock-request';

jest.mock('auth0-lock', () => ({ Auth0Lock: jest.fn(), Auth0LockPasswordless: jest.fn() }));

// Only what the page reads is there.
const config = {
  tenant: { origin: 'https://acme.example', clientId: 'abc' },
  connections: [
    { name: 'google', strategy: 'google-oauth2', label: 'Google', transport: 'lock' },
    { name: 'sms', strategy: 'sms', label: { de: 'SMS-Code', en: 'SMS code' }, transport: 'lock' },
    { name: 'github', strategy: 'github', label: 'GitHub', transport: 'popup' },
  ],
  branding: { logoUrl: null },
} as unknown as WrittenConfig;

function setUp(connection: string) {
  const show = jest.fn();
  // What the constructors make is all that the page uses of them.
  const classes = [Auth0Lock, Auth0LockPasswordless] as unknown as jest.Mock<
    object,
    [string, string, object]
  >[];
  classes.forEach((each) => each.mockReset().mockReturnValue({ show }));
  const registerLanguageDictionary = jest.fn();
  Object.assign(window, { Auth0: { registerLanguageDictionary } });
  const asked = new URLSearchParams({
    connection,
    scope: 'openid',
    audience: 'https://acme.example/api/v2/',
    state: 's',
    nonce: 'n',
    code_challenge: 'c',
    code_challenge_method: 'S256',
    max_age: '0',
  });
  const { pathname, hash } = new URL(
    lockAddress(`https://acme.example/authorize?${asked.toString()}`),
  );
  window.history.replaceState(null, '', pathname + hash);
  const root = document.createElement('app-root');
  root.setAttribute('ngCspNonce', 'once');
  document.body.replaceChildren(root);
  showLock(config);

  return { classes, show, registerLanguageDictionary };
}

afterEach(() => {
  document.getElementById('auth0-lock-style')?.remove();
  window.history.replaceState(null, '', '/');
});

describe('Lock’s page', () => {
  it('shows Lock for the one connection that was asked for, in code flow, with the SDK’s request', () => {
    const { classes, show } = setUp('google');
    const [clientId, domain, options] = classes[0]?.mock.lastCall ?? [];

    expect([clientId, domain]).toEqual(['abc', 'https://acme.example']);
    expect(options).toMatchObject({
      allowedConnections: ['google'],
      auth: {
        responseType: 'code',
        redirectUrl: 'http://localhost/link/callback',
        params: { state: 's', nonce: 'n', code_challenge: 'c', max_age: '0' },
      },
    });
    expect(show).toHaveBeenCalledTimes(1);
  });

  it('asks no session, remembers nobody and fetches no words', () => {
    const { classes, registerLanguageDictionary } = setUp('google');

    expect(classes[0]?.mock.lastCall?.[2]).toMatchObject({
      rememberLastLogin: false,
      avatar: null,
      auth: { sso: false, autoParseHash: false },
    });
    expect(registerLanguageDictionary).toHaveBeenCalledWith('en', { title: 'Google' });
  });

  it('calls the connection what the portal calls it', () => {
    const { classes } = setUp('google');

    expect(classes[0]?.mock.lastCall?.[2]).toMatchObject({
      languageDictionary: { title: 'Google' },
      theme: { authButtons: { google: { displayName: 'Google' } } },
    });
  });

  it('calls it so in English, as Lock has its other words', () => {
    const { classes } = setUp('sms');

    expect(classes[1]?.mock.lastCall?.[2]).toMatchObject({
      languageDictionary: { title: 'SMS code' },
    });
  });

  it('takes a code, and no link, for messages', () => {
    const { classes } = setUp('sms');

    expect(classes[0]).not.toHaveBeenCalled();
    expect(classes[1]?.mock.lastCall?.[2]).toMatchObject({ passwordlessMethod: 'code' });
  });

  it('leaves no request in its address, and has Lock’s styles carry the nonce', () => {
    setUp('google');

    expect(window.location.href).toBe('http://localhost/lock');
    expect(document.getElementById('auth0-lock-style')?.nonce).toBe('once');
  });

  it.each(['github', 'unknown'])('shows nothing for %s, which does not travel by Lock', (name) => {
    // jsdom does not navigate, and says so.
    jest.spyOn(console, 'error').mockImplementation();
    const { classes } = setUp(name);

    expect(classes[0]).not.toHaveBeenCalled();
    expect(classes[1]).not.toHaveBeenCalled();
  });
});
