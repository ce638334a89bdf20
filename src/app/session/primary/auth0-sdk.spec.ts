import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { webcrypto } from 'node:crypto';
import { firstValueFrom } from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { PendingSignIn } from '../sign-in/pending-sign-in';
import { Auth0Sdk } from './auth0-sdk';

const tenant = {
  origin: 'https://acme.example',
  clientId: 'client',
  audience: 'https://acme.example/api/v2/',
};

function setUp(address = '/') {
  globalThis.fetch = jest.fn();
  window.history.replaceState(null, '', address);
  TestBed.configureTestingModule({
    providers: [provideRouter([]), { provide: LIGATURE_CONFIG, useValue: { tenant } }],
  });
  const { auth } = TestBed.inject(Auth0Sdk);

  return { auth, signInUrl };

  /** Where a sign-in would send the browser. */
  async function signInUrl(): Promise<URL> {
    const openUrl = jest.fn<Promise<void>, [string]>().mockResolvedValue(undefined);
    await firstValueFrom(auth.loginWithRedirect({ openUrl }));

    return new URL(openUrl.mock.calls[0]?.[0] ?? '');
  }
}

beforeAll(() => Object.defineProperty(globalThis, 'crypto', { value: webcrypto }));

describe('Auth0Sdk', () => {
  it('asks the tenant for a code, with a proof that only this tab has, and no more than is needed', async () => {
    const url = await setUp().signInUrl();

    expect(url.origin + url.pathname).toBe('https://acme.example/authorize');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: 'client',
      audience: 'https://acme.example/api/v2/',
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: 'http://localhost/callback',
      scope: [
        'openid profile email read:current_user update:current_user_metadata',
        'update:current_user_identities offline_access',
      ].join(' '),
    });
  });

  it('SEC-39: takes no session from the address of the page to the tenant', async () => {
    const url = await setUp('/?session_transfer_token=abc').signInUrl();

    expect(url.href).not.toContain('session_transfer_token');
    expect(url.href).not.toContain('abc');
  });

  it.each([
    ['the second sign-in’s own address', '/link/callback'],
    ['any other address', '/account'],
  ])('SEC-02: takes no code at %s, and leaves it where it is', async (_case, path) => {
    const { auth } = setUp();
    await firstValueFrom(auth.loginWithRedirect({ openUrl: () => Promise.resolve() }));
    TestBed.resetTestingModule();
    const later = setUp(`${path}?code=secret&state=sent`);

    await expect(firstValueFrom(later.auth.isAuthenticated$)).resolves.toBe(false);
    expect(fetch).not.toHaveBeenCalled();
    expect(window.location.search).toBe('?code=secret&state=sent');
  });

  it('SEC-02: takes no answer that belongs to a second sign-in of this tab, at its own address', async () => {
    setUp();
    const isAnsweredBy = jest.spyOn(TestBed.inject(PendingSignIn), 'isAnsweredBy');
    const { client } = TestBed.inject(Auth0Sdk);
    isAnsweredBy.mockResolvedValue(true);
    const address = 'http://localhost/callback?code=secret&state=sent';

    await expect(client.handleRedirectCallback(address)).rejects.toThrow('another sign-in');
    expect(isAnsweredBy).toHaveBeenCalledWith(address);
    expect(fetch).not.toHaveBeenCalled();
  });

  it('finds nobody in a new tab, whatever the tenant’s cookie says, and asks no one', async () => {
    const { auth } = setUp();

    await expect(firstValueFrom(auth.isAuthenticated$)).resolves.toBe(false);
    expect(fetch).not.toHaveBeenCalled();
    expect(document.querySelector('iframe')).toBeNull();
  });
});
