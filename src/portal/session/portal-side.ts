import { inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Auth0ClientService, AuthClientConfig, AuthService } from '@auth0/auth0-angular';
import type { IdToken, RedirectLoginOptions } from '@auth0/auth0-spa-js';
import { defer, filter, firstValueFrom, fromEvent, map, merge, of, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../../app/config/ligature-config';
import { jwtClaims } from '../../app/identity/sign-in/jwt';
import { sessionStateOf } from '../../app/session/primary/session-state';
import type {
  Confirmed,
  Resolved,
  SessionSide,
  SideTokens,
} from '../../app/session/primary/side/session-side';
import { addressOf, appUrl, routerPath } from '../../app/session/sign-in/callback-url';
import { accountScope } from '../../app/session/sign-in/scopes';
import { SessionTrace } from '../../app/session/sign-in/session-trace';
import { PinnedUser, SEALED_STORE } from '../../app/session/user/pinned-user';
import { userOf } from '../../app/session/user/user';
import { PORTAL_SETUP } from '../portal-setup';
import { hasSignedIn, keepsPin, readDeparture, type Departure } from './portal-pin';
import { withToken } from './portal-token';

const departureEntry = 'portal-departure';

/**
 * The portal's own session. Its tokens stay with its `AuthService`: one is asked for each time, for our audience, and
 * nothing of ours is kept in its cache. It is asked by way of the SDK's client, since the service would show the portal
 * each failure of ours as its own (`error$`).
 */
@Service()
export class PortalSide implements SessionSide {
  readonly #auth = inject(AuthService);
  readonly #client = inject(Auth0ClientService);
  readonly #portal = inject(AuthClientConfig).get();
  readonly #tenant = inject(LIGATURE_CONFIG).tenant;
  /** What is asked for in the place of what the portal asks for itself. */
  readonly #ourToken = { audience: this.#tenant.audience, scope: accountScope };
  readonly #setup = inject(PORTAL_SETUP);
  readonly #store = inject(SEALED_STORE);
  readonly #pinned = new PinnedUser(this.#store);
  readonly #trace = inject(SessionTrace);
  /** What a confirmation in a window has brought: in this page alone, and not in the portal's cache. */
  #confirmed: IdToken | undefined;
  #isAnothers = false;
  /** Whether the portal has somebody signed in, be it without a token for us. */
  #isSignedIn = false;
  #isLeaving = false;
  /** Whom the pages were opened for, once that is known. */
  #openedFor: { readonly subject: string | undefined } | undefined;
  readonly #sightings = merge(
    this.#auth.idTokenClaims$,
    // Another tab has signed somebody out, or in.
    fromEvent(window, 'storage'),
    fromEvent(document, 'visibilitychange').pipe(
      filter(() => document.visibilityState === 'visible'),
    ),
  ).pipe(takeUntilDestroyed());

  async resolve(): Promise<Resolved> {
    await firstValueFrom(this.#auth.isLoading$.pipe(filter((isLoading) => !isLoading)));
    const [claims, pinned, departure, error] = await Promise.all([
      firstValueFrom(this.#auth.idTokenClaims$),
      this.#pinned.read(),
      this.#takeDeparture(),
      firstValueFrom(merge(this.#auth.error$, of(undefined))),
    ]);
    const isSecondReturn = this.#setup.entered.session?.isSecondReturn ?? false;
    const entry = { claims, pinned, departure, isSecondReturn };
    const isKept = keepsPin(entry);
    if (!isKept) this.#forget();
    const found = sessionStateOf({
      claims,
      ...(isKept && { pinned }),
      ...(departure?.kind === 'signIn' && { error }),
    });
    if (found.status === 'signedIn') await this.#pinned.pin(found.user);
    // Where the portal's session gives no token for our audience, it takes a sign-in that asks for it.
    const state = found.status === 'signedIn' ? await withToken(found, this.accessToken()) : found;
    this.#trace.settled(state, claims ?? undefined);
    this.#isAnothers = state.status === 'anotherPerson';
    this.#isSignedIn =
      state.status === 'signedIn' ||
      (state.status === 'signedOut' && state.problem === 'not-asked');
    this.#watch(claims ? userOf(claims).subject : undefined);

    return { state, hasReturned: hasSignedIn(entry) };
  }

  accessToken(): Observable<string | undefined> {
    return defer(() => this.#client.getTokenSilently({ authorizationParams: this.#ourToken })).pipe(
      map((token) => {
        // A tenant leaves out without a word what a refresh token may not be used for.
        if (!isFor(this.#tenant.audience, token)) return undefined;
        if (jwtClaims(token).get('sub') !== this.#openedFor?.subject) void this.#look();

        return token;
      }),
    );
  }

  async idTokenClaims(): Promise<IdToken | undefined> {
    const claims = await this.#client.getIdTokenClaims();
    const confirmed = this.#confirmed;

    return confirmed !== undefined && isLater(confirmed, claims) ? confirmed : claims;
  }

  async leaveToSignIn({
    appState,
    authorizationParams,
    ...options
  }: RedirectLoginOptions<{ target: string }>): Promise<void> {
    const [claims, pinned] = await Promise.all([
      this.#client.getIdTokenClaims(),
      this.#pinned.read(),
    ]);
    const nonce: unknown = claims?.nonce;
    // Whoever is signed in keeps the portal's own tokens; anybody else would come back without them.
    const keepsTokens = this.#isSignedIn && claims?.['sub'] === pinned?.subject;
    await this.#depart({ kind: 'signIn', ...(typeof nonce === 'string' && { nonce }) });
    const leaving = this.#auth.loginWithRedirect({
      ...options,
      appState: { target: routerPath(appState?.target ?? '/') },
      authorizationParams: {
        ...authorizationParams,
        ...(keepsTokens ? this.#ourToken : this.#portalAudience()),
      },
    });
    try {
      await firstValueFrom(leaving);
    } catch (cause) {
      this.#store.remove(departureEntry);
      throw cause;
    }
  }

  /** Ends the portal's session, for whoever wants to be gone. Somebody else's is none of ours to end. */
  async signOut(returnTo: string): Promise<void> {
    this.#isLeaving = true;
    if (this.#isAnothers) window.location.replace(addressOf('/account'));
    else await firstValueFrom(this.#auth.logout({ logoutParams: { returnTo } }));
  }

  keepConfirmed({ claims }: Confirmed): Promise<void> {
    this.#confirmed = claims;

    return Promise.resolve();
  }

  async tokens(): Promise<SideTokens> {
    const claims = await this.idTokenClaims();

    return {
      idToken: claims?.__raw,
      accessToken: await firstValueFrom(this.accessToken()).catch(() => undefined),
      hasRefreshToken: this.#portal.useRefreshTokens === true,
    };
  }

  renew(): Promise<unknown> {
    return this.#client.getTokenSilently({
      authorizationParams: this.#ourToken,
      cacheMode: 'off',
    });
  }

  async #takeDeparture(): Promise<Departure | undefined> {
    const kept = await this.#store.get(departureEntry);
    this.#store.remove(departureEntry);

    return readDeparture(kept);
  }

  #depart(departure: Departure): Promise<void> {
    this.#isLeaving = departure.kind === 'changed';

    return this.#store.set(departureEntry, departure);
  }

  /** The portal's audience, by name: the SDK finds scopes that a portal has given by API in no other way. */
  #portalAudience(): { audience?: string } {
    const audience: unknown = this.#portal.authorizationParams?.['audience'];

    return typeof audience === 'string' ? { audience } : {};
  }

  #forget(): void {
    this.#store.names().forEach((name) => this.#store.remove(name));
  }

  #watch(subject: string | undefined): void {
    this.#openedFor = { subject };
    this.#sightings.subscribe(() => void this.#look());
  }

  /** Looks whose the portal is. Where it is somebody else's, all that was proven here is dropped with the page. */
  async #look(): Promise<void> {
    const claims = await this.#client.getIdTokenClaims();
    const subject: unknown = claims?.['sub'];
    if (this.#isLeaving || !this.#openedFor || subject === this.#openedFor.subject) return;
    this.#isLeaving = true;
    const pinned = await this.#pinned.read();
    this.#forget();
    this.#trace.ends();
    const { session } = this.#setup.entered;
    if (!isShown()) {
      if (session) session.hasChanged = true;
      // A component of ours shows whose the portal was, on a page that is the portal's.
      if (this.#setup.components > 0) window.location.reload();

      return;
    }
    if (pinned !== undefined) await this.#pinned.pin(pinned);
    await this.#depart({ kind: 'changed' });
    window.location.replace(addressOf('/'));
  }
}

/** Whether one of our pages is open, and not one of the portal's. */
const isShown = (): boolean => {
  const { origin, pathname } = window.location;
  const here = origin + pathname;

  return here === appUrl() || here.startsWith(`${appUrl()}/`);
};

function isFor(audience: string, token: string | undefined): token is string {
  const named = jwtClaims(token ?? '').get('aud');

  return named === audience || (Array.isArray(named) && named.includes(audience));
}

/** Whether one ID token tells of a later sign-in of the same person than another. */
const isLater = (one: IdToken, other: IdToken | undefined): boolean =>
  one['sub'] === other?.['sub'] && Number(one.auth_time ?? 0) >= Number(other?.auth_time ?? 0);
