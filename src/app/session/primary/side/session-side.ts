import { InjectionToken, type ProviderToken } from '@angular/core';
import type { ICache, IdToken, RedirectLoginOptions } from '@auth0/auth0-spa-js';
import type { Observable } from 'rxjs';

import type { SessionState } from '../session-state';

/** Who is signed in, and whether a sign-in that has just come back has said so. */
export interface Resolved {
  readonly state: SessionState;
  readonly hasReturned: boolean;
}

/** What a confirmation has brought: the same person's fresh tokens, as the SDK keeps them. */
export interface Confirmed {
  readonly claims: IdToken;
  readonly cache: ICache;
}

/** The first person's tokens, each where there is one. */
export interface SideTokens {
  readonly idToken: string | undefined;
  readonly accessToken: string | undefined;
  /** Whether tokens can be renewed without the person. */
  readonly hasRefreshToken: boolean;
  /** The refresh token, where this side can look at it. */
  readonly refreshToken?: string | undefined;
}

/**
 * Where the first person's session comes from: our own, sealed one, or that of the portal whose part this is. It gives
 * what there is; whether it is the pinned person's is judged by whoever uses it.
 */
export abstract class SessionSide {
  /** Tells who is signed in, once that is known, and pins the first person to be so. */
  abstract resolve(): Promise<Resolved>;

  /** Gives an access token for the configured audience, renewed if need be. Fails with what the SDK throws. */
  abstract accessToken(): Observable<string | undefined>;

  /** Gives the claims of the ID token there is; `undefined` where nobody is signed in. */
  abstract idTokenClaims(): Promise<IdToken | undefined>;

  /** Leaves for a sign-in on the full page, which comes back to `appState.target`, a page as our own routes know it. */
  abstract leaveToSignIn(options: RedirectLoginOptions<{ target: string }>): Promise<void>;

  /** Leaves to end the session, for the page at this address. */
  abstract signOut(returnTo: string): Promise<void>;

  /** Keeps what the same person's confirmation has brought. */
  abstract keepConfirmed(confirmed: Confirmed): Promise<void>;

  /** Reads the tokens there are, for the checks. */
  abstract tokens(): Promise<SideTokens>;

  /** Renews the tokens, as it happens anyway when they have expired. Fails with what the SDK throws. */
  abstract renew(): Promise<unknown>;
}

/** Which side it is, and how its code comes. */
export interface SideChoice {
  readonly load: () => Promise<ProviderToken<SessionSide>>;
  /** Whether somebody may be signed in of whom this tab keeps nothing. */
  readonly isOutsideTheTab: boolean;
}

/** The side in use: our own, in a chunk of its own, unless a portal brings another. */
export const SESSION_SIDE = new InjectionToken<SideChoice>('side of the first session', {
  factory: () => ({
    load: async () => (await import('./sealed-side')).SealedSide,
    isOutsideTheTab: false,
  }),
});
