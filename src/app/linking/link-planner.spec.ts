import { TestBed } from '@angular/core/testing';
import { of, Subject, throwError } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { Account } from '../identity/account';
import { ManagementApiError } from '../management-api/management-api-error';
import { ManagementApiService } from '../management-api/management-api-service';
import { SecondaryAuthService, type SecondSignInEvent } from '../session/secondary-auth-service';
import { SecondSession } from '../session/second-session';
import { LinkPlanner } from './link-planner';

const startedAt = 1_800_000_000;
const google = { name: 'google', strategy: 'google-oauth2', label: 'Google' };
const accountOf = (provider: string, userId: string): Account => ({
  userId: `${provider}|${userId}`,
  profile: {},
  identities: [{ provider, userId, connection: provider, profile: {} }],
  settingKeys: [],
  hasAppMetadata: false,
});
const ada = accountOf('auth0', 'ada');
const googleAda = accountOf('google-oauth2', '115');

function sessionOf(claims: object = {}): SecondSession {
  const verified = { sub: googleAda.userId, auth_time: startedAt, email_verified: true };
  const payload = Buffer.from(JSON.stringify({ ...verified, ...claims })).toString('base64url');

  return new SecondSession({ idToken: `e30.${payload}.sig`, accessToken: 'second' }, startedAt);
}

function setUp({ read = of(googleAda), policy = {} } = {}) {
  const signIn$ = new Subject<SecondSignInEvent>();
  const secondaryAuth = { signIn: jest.fn(() => signIn$) };
  const api = { readAccount: jest.fn(() => read) };
  TestBed.configureTestingModule({
    providers: [
      { provide: SecondaryAuthService, useValue: secondaryAuth },
      { provide: ManagementApiService, useValue: api },
      {
        provide: LIGATURE_CONFIG,
        useValue: {
          policy: { requireVerifiedEmail: true, trustedEmailConnections: [], ...policy },
        },
      },
    ],
  });
  const [next, error] = [jest.fn(), jest.fn()];
  TestBed.inject(LinkPlanner).plan(ada, google).subscribe({ next, error });

  return { signIn$, secondaryAuth, api, next, error };
}

describe('LinkPlanner', () => {
  it('has the second account proven first, at the method that was chosen', () => {
    const { secondaryAuth, api } = setUp();

    expect(secondaryAuth.signIn).toHaveBeenCalledWith(google);
    expect(api.readAccount).not.toHaveBeenCalled();
  });

  it('passes on that the window looks closed', () => {
    const { signIn$, next } = setUp();
    signIn$.next({ kind: 'windowClosed' });

    expect(next.mock.calls).toEqual([[{ kind: 'windowClosed' }]]);
  });

  it('reads the second account in its own name, and says what a link would do', () => {
    const { signIn$, api, next } = setUp();
    const session = sessionOf();
    signIn$.next({ kind: 'signedIn', session });

    expect(api.readAccount).toHaveBeenCalledWith('google-oauth2|115', session);
    expect(next.mock.calls).toEqual([
      [{ kind: 'signedIn' }],
      [
        {
          kind: 'planned',
          session,
          plan: expect.objectContaining({ primary: ada, secondary: googleAda }) as unknown,
        },
      ],
    ]);
  });

  it.each([
    ['SEC-11: the account in use', { sub: 'auth0|ada' }, 'same-account'],
    ['a sign-in that is not fresh', { auth_time: startedAt - 3600 }, 'not-fresh'],
    ['an address that is not verified', { email_verified: false }, 'email-unverified'],
  ])('refuses %s, without reading anything', (_case, claims, code) => {
    const { signIn$, api, next, error } = setUp();
    signIn$.next({ kind: 'signedIn', session: sessionOf(claims) });

    expect(error).toHaveBeenCalledWith(expect.objectContaining({ code }));
    expect(next).not.toHaveBeenCalled();
    expect(api.readAccount).not.toHaveBeenCalled();
  });

  it('judges by the operator’s policy', () => {
    const { signIn$, next } = setUp({ policy: { requireVerifiedEmail: false } });
    signIn$.next({ kind: 'signedIn', session: sessionOf({ email_verified: false }) });

    expect(next).toHaveBeenCalledWith(expect.objectContaining({ kind: 'planned' }));
  });

  it('fails with the reason when the second account cannot be read', () => {
    const read = throwError(() => new ManagementApiError('forbidden'));
    const { signIn$, next, error } = setUp({ read });
    signIn$.next({ kind: 'signedIn', session: sessionOf() });

    expect(next).not.toHaveBeenCalledWith(expect.objectContaining({ kind: 'planned' }));
    expect(error).toHaveBeenCalledWith(expect.objectContaining({ code: 'forbidden' }));
  });
});
