import type { Signal } from '@angular/core';

import type { FailureCode } from '../../app/identity/failure';

/** A connection of the configuration. */
export interface ConnectionOffer {
  readonly name: string;
  readonly strategy: string;
  /** What people call it. */
  readonly label: string;
}

/** What is known of a person: texts of others, which may be anything, and each of which may be missing. */
export interface ProfileView {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly username?: string;
}

/** One sign-in method of an account. */
export interface SignInMethod {
  readonly provider: string;
  readonly connection: string;
  readonly profile: ProfileView;
}

/** An account at the tenant. Its own sign-in method comes first, has the account's profile, and can't be unlinked. */
export interface AccountView {
  readonly userId: string;
  readonly profile: ProfileView;
  readonly identities: readonly [SignInMethod, ...SignInMethod[]];
}

/** The account of the signed-in person. */
export interface SignedInAccountStore {
  readonly connections: readonly ConnectionOffer[];
  readonly read: Signal<
    | { readonly status: 'reading' }
    | { readonly status: 'read'; readonly account: AccountView }
    | { readonly status: 'failed'; readonly code: FailureCode }
  >;
  /** Whether the person has to confirm that it is them, before anything changes. */
  readonly mustConfirm: Signal<boolean>;
  /** Has them confirm it in a window: in a click, or the browser blocks it. */
  confirm(): void;
  readAccount(): void;
}

/** What a link would do, as it is reviewed. */
export interface LinkReview {
  readonly phase: 'reviewing';
  readonly plan: {
    readonly direction: 'keepFirst' | 'keepSecond';
    readonly kept: AccountView;
    readonly absorbed: AccountView;
    /** Why it cannot be done like this; empty where it can. */
    readonly blockers: readonly { readonly kind: string }[];
    /** By what these look like the accounts of two people; then ask whether both are theirs. */
    readonly doubt: 'names' | 'addresses' | undefined;
  };
  /** Why the portal's `beforeLink` has refused it. */
  readonly refusal?: string | undefined;
}

/** A link, from the click to its end. */
export interface LinkingStore {
  readonly progress: Signal<
    | LinkReview
    | { readonly phase: 'failed' | 'unknown'; readonly code: FailureCode }
    /** `signingIn` with a `message` waits for a number, an address or a code, which `<ligature-link>` asks for. */
    | { readonly phase: 'signingIn'; readonly message?: object }
    | { readonly phase: 'idle' | 'signInUnknown' | 'reading' }
    | { readonly phase: 'preparing' | 'sending' | 'closing' | 'done' }
  >;
  /** Has somebody sign in to the other account: in a click, or the browser blocks the window. */
  signIn(connection: ConnectionOffer): void;
  chooseDirection(direction: 'keepFirst' | 'keepSecond'): void;
  /** Links what is reviewed, once the person has agreed to it: if that has changed since, or has blockers, it does nothing. */
  link(agreed: LinkReview): void;
  /** Does once more what has failed. */
  tryAgain(connection: ConnectionOffer): void;
  /** Gives up the other account, and begins again. */
  restart(): void;
}

/** What the tenant has noticed at the sign-in. */
export interface SuggestionsStore {
  readonly suggested: Signal<readonly ConnectionOffer[]>;
  /** Lets the person hear of no suggestion any more. */
  decline(): void;
}

/** An unlink, from the question to its end. */
export interface UnlinkStore {
  readonly allowUnlink: boolean;
  readonly progress: Signal<
    | { readonly phase: 'idle' }
    | { readonly phase: 'reviewing' | 'sending' | 'done'; readonly plan: UnlinkReview }
    | {
        readonly phase: 'failed' | 'unknown';
        readonly plan: UnlinkReview;
        readonly code: FailureCode;
      }
  >;
  /** Asks before an unlink of a method of the account, as it has been read. */
  review(method: SignInMethod): void;
  dismiss(): void;
  /** Unlinks what is reviewed, once the person has agreed to it: if that has changed since, it does nothing. */
  unlink(agreed: UnlinkReview): void;
}

/** What an unlink would do: the method is an account of its own again, without settings. */
export interface UnlinkReview {
  readonly account: AccountView;
  readonly identity: SignInMethod;
}

/** The stores behind the pages, for a page of the portal's own: each is made when it is first used. */
export interface LigatureStores {
  readonly status: 'signedIn';
  readonly account: SignedInAccountStore;
  readonly linking: LinkingStore;
  readonly suggestions: SuggestionsStore;
  readonly unlinking: UnlinkStore;
}

/**
 * Why a page of the portal's own has no stores: they are not there yet, nobody is signed in, or Ligature cannot be used,
 * of which the portal's `ErrorHandler` has been told. The pages of `ligatureRoutes()` say it to people.
 */
export interface NoLigatureStores {
  readonly status: 'entering' | 'signedOut' | 'unusable' | 'framed';
}
