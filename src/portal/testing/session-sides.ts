import type { Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Auth0ClientService, AuthClientConfig, AuthService } from '@auth0/auth0-angular';
import { defer, firstValueFrom, NEVER, of, Subject, startWith, switchMap } from 'rxjs';

import { LIGATURE_CONFIG } from '../../app/config/ligature-config';
import { Auth0Sdk } from '../../app/session/primary/auth0-sdk';
import { PrimarySession } from '../../app/session/primary/primary-session';
import { SESSION_SIDE } from '../../app/session/primary/side/session-side';
import { SealedStore, type Opening } from '../../app/session/sealed/sealed-store';
import { PinnedUser, SEALED_STORE } from '../../app/session/user/pinned-user';
import type { User } from '../../app/session/user/user';
import { PORTAL_SETUP } from '../portal-setup';
import { PortalSide } from '../session/portal-side';
import type { PortalSession } from '../session/portal-session';

export const audience = 'https://acme.example/api/v2/';
export const ada: User = { subject: 'auth0|ada', name: 'Ada', loginHint: 'ada@example.com' };

export const claimsOf = (sub: string, more: object = {}) => ({
  __raw: `ID token of ${sub}`,
  sub,
  name: 'Ada',
  email: 'ada@example.com',
  nonce: 'first',
  ...more,
});

export const tokenOf = (payload: object): string =>
  `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.sig`;

/** A store whose key this browser has given. */
class OpenStore extends SealedStore {
  override opening(): Promise<Opening> {
    return Promise.resolve('open');
  }
}

export interface Arranged {
  /** Whom the session is of; nobody, where it is left out. */
  readonly found?: string | undefined;
  readonly pinned?: User | undefined;
  /** What comes of asking for a token; one of whom the session is of, where it is left out. */
  readonly answer?: () => Promise<string | undefined>;
  readonly isSecondReturn?: boolean;
  readonly portal?: object;
}

export type Side = 'our own' | 'the portal’s';
export const sides: readonly Side[] = ['our own', 'the portal’s'];

/** A tab with a session on one of the two sides, whose person can change. */
export async function sessionOn(side: Side, arranged: Arranged = {}) {
  const { found, pinned, isSecondReturn = false, portal = {} } = arranged;
  let claims = found === undefined ? undefined : claimsOf(found);
  const changes = new Subject<void>();
  const store = new OpenStore();
  const pin = new PinnedUser(store);
  if (pinned) await pin.pin(pinned);
  const answer =
    arranged.answer ?? (() => Promise.resolve(tokenOf({ sub: claims?.sub, aud: audience })));
  const getTokenSilently = jest.fn(answer);
  const client = { getIdTokenClaims: () => Promise.resolve(claims), getTokenSilently };
  const auth = {
    isLoading$: of(false),
    idTokenClaims$: changes.pipe(
      startWith(undefined),
      switchMap(() => of(claims ?? null)),
    ),
    error$: NEVER,
    getAccessTokenSilently: () => defer(getTokenSilently),
    loginWithRedirect: jest.fn(() => of(undefined)),
    logout: jest.fn(() => of(undefined)),
  };
  const session: PortalSession = {
    isSecondReturn,
    refusal: undefined,
    checks: [],
    hasChanged: false,
  };
  window.history.replaceState(null, '', side === 'our own' ? '/callback' : '/account');
  TestBed.configureTestingModule({
    providers: [
      {
        provide: LIGATURE_CONFIG,
        useValue: { tenant: { origin: 'https://acme.example', clientId: 'client', audience } },
      },
      { provide: SEALED_STORE, useValue: store },
      ...(side === 'our own'
        ? [{ provide: Auth0Sdk, useValue: { auth, client } }]
        : portalProviders({ auth, client, portal, session })),
    ],
  });

  return {
    auth,
    getTokenSilently,
    session,
    store,
    pin,
    /** Nothing is judged before it is asked for. */
    primary: () => TestBed.inject(PrimarySession),
    settled: () => firstValueFrom(TestBed.inject(PrimarySession).settled),
    accessToken: () => firstValueFrom(TestBed.inject(PrimarySession).accessToken()),
    /** The portal signs somebody else in, or nobody, without a page being left. */
    becomes: async (subject: string | undefined): Promise<void> => {
      claims = subject === undefined ? undefined : claimsOf(subject);
      changes.next();
      await new Promise((resolve) => setTimeout(resolve, 20));
    },
    /** A sign-in comes back: what it brings has a `nonce` of its own. */
    comesBack: (subject: string): void => {
      claims = claimsOf(subject, { nonce: 'second' });
    },
  };
}

const portalProviders = ({
  auth,
  client,
  portal,
  session,
}: {
  readonly auth: object;
  readonly client: object;
  readonly portal: object;
  readonly session: PortalSession;
}): Provider[] => [
  {
    provide: SESSION_SIDE,
    useValue: { load: () => Promise.resolve(PortalSide), isOutsideTheTab: true },
  },
  { provide: AuthService, useValue: auth },
  { provide: Auth0ClientService, useValue: client },
  { provide: AuthClientConfig, useValue: { get: () => portal } },
  { provide: PORTAL_SETUP, useValue: { entered: { session } } },
];
