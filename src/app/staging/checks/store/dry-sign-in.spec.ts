import { TestBed } from '@angular/core/testing';
import { filter, lastValueFrom, of, throwError, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../../../config/ligature-config';
import type { Account } from '../../../identity/account';
import type { SignInFailure } from '../../../identity/failure';
import { secondAccountClaims } from '../../../identity/sign-in/second-account';
import { ManagementApiError } from '../../../management-api/management-api-error';
import { ManagementApiService } from '../../../management-api/management-api-service';
import { PrimarySession } from '../../../session/primary/primary-session';
import type { SessionState } from '../../../session/primary/session-state';
import { SecondaryAuthService } from '../../../session/secondary/secondary-auth-service';
import { SignInError } from '../../../session/sign-in/sign-in-error';
import { goodConfig } from '../../testing/good-context';
import { DrySignIn } from './dry-sign-in';

const github = {
  name: 'github',
  strategy: 'github',
  label: 'GitHub',
  transport: 'auto',
} as const;
const accountOf = (provider: string, profile: Account['profile']): Account => ({
  userId: `${provider}|7`,
  profile,
  identities: [{ provider, userId: '7', connection: provider, profile: {} }],
  settings: new Map(),
  hasAppMetadata: false,
});
const ada = accountOf('auth0', { email: 'ada@example.com' });
const silent = accountOf('github', { username: 'octocat' });
const hidden = accountOf('github', { email: 'octocat@example.com' });

const adaSignedIn: SessionState = {
  status: 'signedIn',
  user: { subject: ada.userId, name: 'Ada' },
};
const nobody: SessionState = { status: 'signedOut' };

interface Arranged {
  readonly state: SessionState;
  /** What the token says besides who has just signed in. */
  readonly claims?: object;
  readonly second?: Observable<Account>;
  /** Why nobody has signed in. */
  readonly failed?: SignInFailure;
}

function verdictOn({ state, claims = {}, second = of(silent), failed }: Arranged) {
  const now = Date.now() / 1000;
  const entries = Object.entries({ sub: silent.userId, iat: now, auth_time: now, ...claims });
  const session = { claims: secondAccountClaims(new Map<string, unknown>(entries)), tookMs: 1000 };
  TestBed.configureTestingModule({
    providers: [
      { provide: LIGATURE_CONFIG, useValue: goodConfig },
      { provide: PrimarySession, useValue: { settled: of(state) } },
      {
        provide: SecondaryAuthService,
        useValue: {
          signIn: () =>
            failed === undefined
              ? of({ kind: 'windowAwaited' }, { kind: 'signedIn', result: session })
              : throwError(() => new SignInError(failed)),
        },
      },
      {
        provide: ManagementApiService,
        useValue: {
          readAccount: (_id: string, bearer?: unknown) => (bearer === undefined ? of(ada) : second),
        },
      },
    ],
  });

  const said = TestBed.inject(DrySignIn).run(github);

  return lastValueFrom(said.pipe(filter((verdict) => verdict !== undefined)));
}

describe('DrySignIn', () => {
  it.each([adaSignedIn, nobody])(
    'would have an account linked that has no address, as the link has: %j',
    async (state) => {
      expect((await verdictOn({ state })).status).toBe('ok');
    },
  );

  it.each<[string, SessionState, Partial<Arranged>]>([
    ['has an address that its token hides', adaSignedIn, { second: of(hidden) }],
    [
      'has an address that its token hides, and nobody is signed in',
      nobody,
      { second: of(hidden) },
    ],
    [
      'has an address that is not verified, and nobody is signed in',
      nobody,
      { claims: { email: 'octocat@example.com', email_verified: false }, second: of(hidden) },
    ],
  ])('SEC-14: refuses an account that %s, as the link does', async (_case, state, arranged) => {
    const verdict = await verdictOn({ state, ...arranged });

    expect(verdict).toMatchObject({
      status: 'warning',
      seen: expect.stringContaining('its email address is not verified') as unknown,
    });
  });

  it('says that it came back where the account could not be read', async () => {
    const second = throwError(() => new ManagementApiError('forbidden'));
    const verdict = await verdictOn({ state: adaSignedIn, second });

    expect(verdict).toMatchObject({
      status: 'failure',
      seen: expect.stringContaining('came back, but') as unknown,
    });
  });

  it.each([
    ['popup-blocked', 'cannotBeSeen'],
    ['offline', 'cannotBeSeen'],
    ['not-set-up', 'failure'],
  ] as const)('blames the connection for what it was asked alone: %s', async (failed, status) => {
    expect((await verdictOn({ state: adaSignedIn, failed })).status).toBe(status);
  });
});
