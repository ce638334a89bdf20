import { ErrorHandler, type Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, type Routes } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Auth0ClientService, AuthClientConfig, AuthService } from '@auth0/auth0-angular';
import { lastValueFrom, NEVER, of } from 'rxjs';

import type { Connection } from '../../app/identity/connection';
import { mountAt } from '../../app/session/sign-in/callback-url';
import { SecondaryAuthService } from '../../app/session/secondary/secondary-auth-service';
import { LonelyChannel, useChannel } from '../../app/session/testing/tab-channel';
import { ChecksStore } from '../../app/staging/checks/checks-store';
import { ligatureRoutes } from '../ligature-routes';
import { provideLigature } from '../provide-ligature';
import { withPortalSession } from './with-portal-session';

const google: Connection = {
  name: 'google-oauth2',
  strategy: 'google-oauth2',
  label: 'Google',
  transport: 'popup',
};
const config = {
  tenant: { domain: 'acme.eu.auth0.com', clientId: 'abc', audience: 'https://acme/api/v2/' },
  connections: [google],
};
const good = {
  domain: 'acme.eu.auth0.com',
  clientId: 'abc',
  useRefreshTokens: true,
  skipRedirectCallback: false,
};

const routes: Routes = [{ path: 'settings/sign-in', children: ligatureRoutes() }];

/** A portal with this `provideAuth0`; without any where there is none. */
async function setUp(portal?: object) {
  const nobody = {
    isLoading$: of(false),
    idTokenClaims$: of(null),
    error$: NEVER,
    loginWithRedirect: jest.fn(() => of(undefined)),
  };
  const auth0: Provider[] = [
    { provide: AuthService, useValue: nobody },
    { provide: Auth0ClientService, useValue: { getIdTokenClaims: () => Promise.resolve() } },
    { provide: AuthClientConfig, useValue: { get: () => portal } },
  ];
  TestBed.configureTestingModule({
    providers: [
      provideRouter(routes),
      provideLigature(config, withPortalSession()),
      { provide: ErrorHandler, useValue: { handleError: () => undefined } },
      ...(portal === undefined ? [] : auth0),
    ],
  });
  const harness = await RouterTestingHarness.create();

  return {
    open: async (url = '/settings/sign-in') => {
      await harness.navigateByUrl(url);
      await harness.fixture.whenStable();

      return harness.fixture.nativeElement as HTMLElement;
    },
  };
}

beforeAll(() => {
  Object.defineProperty(globalThis, 'matchMedia', { value: () => ({ matches: false }) });
  useChannel(LonelyChannel);
});
afterEach(() => {
  mountAt('');
  window.history.replaceState(null, '', '/');
});

describe('withPortalSession', () => {
  it('shows its start to whom the portal does not know', async () => {
    const { open } = await setUp(good);
    const root = await open('/settings/sign-in/account');

    expect(TestBed.inject(Router).url).toBe('/settings/sign-in');
    expect(root.querySelector('[data-action="sign-in"]')).not.toBeNull();
    expect(TestBed.inject(SecondaryAuthService).refusal).toBeUndefined();
  });

  it.each<[string, object | undefined]>([
    ['LIG-NO-AUTH-SERVICE', undefined],
    ['LIG-CALLBACK', { ...good, skipRedirectCallback: undefined }],
    ['LIG-OTHER-APPLICATION', { ...good, clientId: 'another' }],
    ['LIG-OTHER-APPLICATION', { ...good, domain: 'other.eu.auth0.com' }],
  ])('tells the portal’s developer at once what is missing: %s', async (code, portal) => {
    const { open } = await setUp(portal);

    await expect(open()).rejects.toThrow(code);
  });

  it.each<[string, object]>([
    ['useRefreshTokens: true', { useRefreshTokens: false }],
    ['useRefreshTokensFallback: false', { useRefreshTokensFallback: true }],
  ])(
    'SEC-40: lets nobody sign in to a second account without %s, and names the setting',
    async (setting, changes) => {
      const { open } = await setUp({ ...good, ...changes });
      await open();
      const opened = jest.spyOn(window, 'open');
      const secondary = TestBed.inject(SecondaryAuthService);
      secondary.press(google);

      await expect(lastValueFrom(secondary.signIn(google))).rejects.toMatchObject({
        name: 'SignInError',
        code: 'linking-not-set-up',
      });
      expect(opened).not.toHaveBeenCalled();
      const store = TestBed.runInInjectionContext(() => new ChecksStore());
      const check = store.checks.find(({ id }) => id === 'portal-refresh-tokens');
      const verdict = await check?.run(undefined as never);
      expect(verdict).toMatchObject({ status: 'failure' });
      expect(JSON.stringify(verdict)).toContain(setting);
    },
  );
});
