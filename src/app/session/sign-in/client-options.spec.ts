import { TestBed } from '@angular/core/testing';

import { CLOCK_SKEW } from '../../config/clock-skew';
import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { primaryOptions, secondaryOptions } from './client-options';
import { UI_LOCALES } from './ui-locales';

const tenant = {
  origin: 'https://acme.example',
  clientId: 'client',
  audience: 'https://acme.example/api/v2/',
};
const now = Date.UTC(2027, 0, 15, 8);

function setUp(skew = 0, uiLocales?: string) {
  TestBed.configureTestingModule({
    providers: [
      { provide: LIGATURE_CONFIG, useValue: { tenant } },
      { provide: CLOCK_SKEW, useValue: skew },
      ...(uiLocales === undefined ? [] : [{ provide: UI_LOCALES, useValue: uiLocales }]),
    ],
  });
  const [primary, secondary] = TestBed.runInInjectionContext(() => [
    primaryOptions(),
    secondaryOptions(),
  ]);

  return { primary, secondary, both: [primary, secondary] };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

describe('the options of both sign-ins', () => {
  it('are of one application at one tenant, and ask for its Management API', () => {
    for (const options of setUp().both) {
      expect(options).toMatchObject({
        domain: 'https://acme.example',
        clientId: 'client',
        authorizationParams: { audience: 'https://acme.example/api/v2/' },
      });
    }
  });

  it.each([600_000, -600_000, 86_400_000])(
    'REL-26: tell the SDK the server’s time where this device is wrong by %d ms',
    (skew) => {
      for (const { nowProvider } of setUp(skew).both) expect(nowProvider?.()).toBe(now + skew);
    },
  );

  it('ask the tenant for pages in the language of the person, where there is one to ask for', () => {
    for (const { authorizationParams } of setUp(0, 'ja').both) {
      expect(authorizationParams?.['ui_locales']).toBe('ja');
    }
    TestBed.resetTestingModule();
    for (const { authorizationParams } of setUp().both) {
      expect(authorizationParams).not.toHaveProperty('ui_locales');
    }
  });

  it('come back to addresses that cannot pass for each other', () => {
    const addresses = setUp().both.map(
      (options): unknown => options.authorizationParams?.['redirect_uri'],
    );

    expect(addresses).toEqual(['http://localhost/callback', 'http://localhost/link/callback']);
  });
});

describe('the options of the first sign-in', () => {
  it('renew with refresh tokens and never with the silent iframe, whose answer may be another’s', () => {
    expect(setUp().primary).toMatchObject({
      useRefreshTokens: true,
      useRefreshTokensFallback: false,
    });
  });
});

describe('the options of a second sign-in', () => {
  it('SEC-10: demand that it is made now, as the client itself', () => {
    expect(setUp().secondary.authorizationParams?.['max_age']).toBe(0);
  });

  it('ask for no refresh token, and for what either account needs if it is kept', () => {
    const { useRefreshTokens, authorizationParams } = setUp().secondary;

    expect(useRefreshTokens).toBeUndefined();
    expect(authorizationParams?.scope).toBe(
      'openid profile email read:current_user update:current_user_metadata update:current_user_identities',
    );
  });
});
