import { Observable } from "rxjs";
import * as i0 from "@angular/core";
import { EnvironmentProviders, InjectionToken, Provider, Signal } from "@angular/core";
import { CanMatchFn, Routes } from "@angular/router";
/**
 * Where the configuration comes from: the address of a `config.json`, its object, or a function that gives that. An
 * address is read, and a function called, in an injection context, when the first page of Ligature is opened.
 */
type ConfigSource = string | object | (() => object | Promise<object>);
/** A link that has happened. */
interface LinkReceipt {
  /** The same one, however often the portal is told of this link: do nothing twice for it. */
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The `user_id` of the account that is left. */
  readonly kept: string;
  /** The `user_id` that nobody signs in as any more. */
  readonly absorbed: string;
  /** By which people sign in to what was the absorbed account. */
  readonly connection: string;
}
/** An unlink that has happened. */
interface UnlinkReceipt extends Pick<LinkReceipt, 'id' | 'at' | 'kept' | 'connection'> {
  /** The `user_id` that is an account of its own again. */
  readonly left: string;
}
/** An account, by its `user_id`, and the connection by which people sign in to it. */
interface AccountSummary {
  readonly userId: string;
  readonly connection: string;
}
/** What a link would do: `absorbed` becomes a sign-in method of `kept`, and is no account any more. */
interface LinkPlanSummary {
  readonly kept: AccountSummary;
  readonly absorbed: AccountSummary;
  /** Whether the kept account is the one that the person is signed in to (`keepFirst`), or they become the other. */
  readonly direction: 'keepFirst' | 'keepSecond';
}
/** What an unlink would do: `left` is an account of its own again, without settings. */
interface UnlinkPlanSummary {
  readonly kept: AccountSummary;
  readonly left: AccountSummary;
}
/** Refuses what somebody has agreed to, with a sentence that is shown to them as text. */
interface Refusal {
  readonly refuse: string;
}
/** What a hook gives before anything is written: nothing, or a refusal. */
type BeforeAnswer = Refusal | undefined | void;
/**
 * What a portal does about its own data, which no link moves. Each hook is called in an injection context, and has ten
 * seconds to answer.
 */
interface LigatureHooks {
  /**
   * Called when somebody has agreed to a link, before anything is written. It changes nothing, since the link may not
   * happen, and may be called again.
   */
  beforeLink?(plan: LinkPlanSummary): BeforeAnswer | Promise<BeforeAnswer> | Observable<BeforeAnswer>;
  /**
   * Called at least once for every link that has happened, in the session of the kept account. Where it fails, does not
   * answer, or the page ends, it is called again with the same `id`.
   */
  afterLink?(receipt: LinkReceipt): unknown;
  /** Called when somebody has agreed to an unlink, before anything is written; see {@link beforeLink}. */
  beforeUnlink?(plan: UnlinkPlanSummary): BeforeAnswer | Promise<BeforeAnswer> | Observable<BeforeAnswer>;
  /** Called at least once for every unlink that has happened; see {@link afterLink}. */
  afterUnlink?(receipt: UnlinkReceipt): unknown;
}
/** What is wrong with an ID token, so that nothing in it may be believed. */
type IdTokenDefect = 'unreadable-token' | 'wrong-algorithm' | 'wrong-issuer' | 'wrong-audience' | 'wrong-nonce' | 'expired-token' | 'token-from-the-future' | 'no-subject';
/** Why a second account may not be used for a link, although somebody has signed in to it. */
type SecondAccountRefusal = 'same-account' | 'already-linked' | 'not-fresh' | 'email-unverified';
/** Why a code or a link in a message did not lead to a sign-in. */
type MessageFailure = 'bad-address' | 'bad-code' | 'message-not-sent' | 'too-many-messages' | 'wrong-code' | 'code-expired' | 'too-many-tries' | 'embedded-blocked';
/** Why a sign-in gave nothing that can be used. */
type SignInFailure = 'popup-blocked' | 'timed-out' | 'denied' | 'blocked' | 'page-needed' | 'not-set-up' | 'linking-not-set-up' | 'sign-in-failed' | 'answer-lost' | 'unreachable' | 'wrong-person' | 'no-storage' | 'busy' | 'tenant-error' | LeavingFailure | MessageFailure | IdTokenDefect;
/** Why the tenant did not do what it was asked, or could not be asked. `second-…` is about the second sign-in. */
type TenantFailure = 'signed-out' | 'second-signed-out' | 'forbidden' | 'not-found' | 'conflict' | 'rejected' | 'busy' | 'tenant-error' | 'unreadable' | 'unreachable' | 'offline';
/** What has become of one of the two accounts of a link: the one the person is signed in to, or the second. */
type AccountFailure = 'first-gone' | 'second-gone' | 'first-blocked' | 'second-blocked';
/** Why a link is not finished, or did not begin, although the tenant can be asked. */
type LinkFailure = 'settings-refused' | 'other-link' | 'other-tab' | 'other-account' | 'busy-elsewhere' | 'too-early' | 'unfinished-link' | 'joined-another' | 'undone' | AccountFailure;
/** Why settings that are set aside are not put back, or not taken into use. */
type PutBackFailure = 'other-settings' | 'value-changed';
/** Why nobody was sent to a sign-in, on the page or in a window, or why the page does not know who they are. */
type LeavingFailure = 'storage-refused' | 'storage-silent' | 'no-crypto' | 'code-missing' | 'offline' | 'not-begun';
/**
 * Why the portal's own part did not happen: before, when nothing has changed, or after a link or an unlink that is done.
 */
type PortalFailure = 'portal-refused' | 'portal-failed' | 'portal-silent' | 'link-not-told' | 'unlink-not-told';
/** Everything that can go wrong on the way to a link or an unlink, each with its own words on the screen. */
type FailureCode = SignInFailure | SecondAccountRefusal | TenantFailure | LinkFailure | PutBackFailure | PortalFailure;
/**
 * Whether a failure passes by itself and says nothing against an account or its proof, so that the same may be done again
 * with what there is.
 */
declare const isPassing: (code: FailureCode) => boolean;
/** Whether a failure may be over as soon as the device is online again. */
declare const isOfConnection: (code: FailureCode) => boolean;
/** Whether another link is in the way, so that a sign-in would not help before that one has ended. */
declare const isOfAnotherLink: (code: FailureCode) => boolean;
/** Whether signing in failed because of the window or the frame, so that the full page may work. */
declare const isWindowFailure: (code: FailureCode) => boolean;
/**
 * Shows the account page on a page of the portal's: the sign-in methods, and what can be done with them. Whoever adds
 * one is led to the pages of `ligatureRoutes()`.
 *
 * @example
 * <ligature-account [connections]="['google-oauth2']" (unlinked)="reload($event.kept)" />
 */
export declare class LigatureAccount {
  /** Whether everything is only to be looked at. */
  readonly readonly: import("@angular/core").InputSignalWithTransform<boolean, unknown>;
  /** By their names, the connections of the configuration that can be added here; all, where it is left out. */
  readonly connections: import("@angular/core").InputSignal<readonly string[] | undefined>;
  /** Tells of each unlink that has happened here. */
  readonly unlinked: import("@angular/core").OutputEmitterRef<UnlinkReceipt>;
  /** Tells of each unlink that has not happened. What nobody knows the end of is not told. */
  readonly failed: import("@angular/core").OutputEmitterRef<FailureCode>;
  private readonly place;
  constructor();
  static ɵfac: i0.ɵɵFactoryDeclaration<LigatureAccount, never>;
  static ɵcmp: i0.ɵɵComponentDeclaration<LigatureAccount, "ligature-account", never, {
    "readonly": {
      "alias": "readonly";
      "required": false;
      "isSignal": true;
    };
    "connections": {
      "alias": "connections";
      "required": false;
      "isSignal": true;
    };
  }, {
    "unlinked": "unlinked";
    "failed": "failed";
  }, never, never, true, never>;
}
/**
 * Shows the way from one account to two that have become one, on a page of the portal's. Who gives it up stays there.
 * A sign-in that takes the whole page comes back to the pages of `ligatureRoutes()`, and goes on there.
 *
 * @example
 * <ligature-link connection="google-oauth2" (linked)="thank($event)" (cancelled)="close()" />
 */
export declare class LigatureLink {
  /** The name of the connection to link an account of: one of the configuration's. */
  readonly connection: import("@angular/core").InputSignal<string>;
  /** Tells of the link, as soon as it is known to have happened. */
  readonly linked: import("@angular/core").OutputEmitterRef<LinkReceipt>;
  /** Tells of each attempt that has failed. What nobody knows the end of is not told. */
  readonly failed: import("@angular/core").OutputEmitterRef<FailureCode>;
  /** Tells that the person has left without a link. */
  readonly cancelled: import("@angular/core").OutputEmitterRef<void>;
  private readonly place;
  constructor();
  static ɵfac: i0.ɵɵFactoryDeclaration<LigatureLink, never>;
  static ɵcmp: i0.ɵɵComponentDeclaration<LigatureLink, "ligature-link", never, {
    "connection": {
      "alias": "connection";
      "required": true;
      "isSignal": true;
    };
  }, {
    "linked": "linked";
    "failed": "failed";
    "cancelled": "cancelled";
  }, never, never, true, never>;
}
/**
 * Shows by which methods the person can sign in, as a list with nothing to press. It is read again when a link or an
 * unlink happens on the same page.
 *
 * @example
 * <h2>Sign-in methods</h2>
 * <ligature-methods />
 */
export declare class LigatureMethods {
  private readonly place;
  constructor();
  static ɵfac: i0.ɵɵFactoryDeclaration<LigatureMethods, never>;
  static ɵcmp: i0.ɵɵComponentDeclaration<LigatureMethods, "ligature-methods", never, {}, {}, never, never, true, never>;
}
/**
 * Asks about other accounts that may be the person's too, where the tenant has noticed some at the sign-in, and is
 * empty otherwise. Who answers is led to the pages of `ligatureRoutes()`.
 *
 * @example
 * <ligature-suggestions />
 */
export declare class LigatureSuggestions {
  /** By their names, the connections of the configuration that are suggested here; all, where it is left out. */
  readonly connections: import("@angular/core").InputSignal<readonly string[] | undefined>;
  private readonly place;
  constructor();
  static ɵfac: i0.ɵɵFactoryDeclaration<LigatureSuggestions, never>;
  static ɵcmp: i0.ɵɵComponentDeclaration<LigatureSuggestions, "ligature-suggestions", never, {
    "connections": {
      "alias": "connections";
      "required": false;
      "isSignal": true;
    };
  }, {}, never, never, true, never>;
}
/** Something that a portal adds to `provideLigature`: what a function named `with…` gives. */
interface LigatureFeature {
  /** @internal */
  readonly ɵproviders: readonly Provider[];
}
/**
 * Has a portal do its own part when its people link and unlink: it may refuse before, and is told after, until it has
 * answered. A hook is code in a browser, so whatever it asks the portal's server for, that has to check by itself that
 * the two accounts are one.
 *
 * @example
 * withHooks({
 *   beforeLink: ({ absorbed }) =>
 *     inject(Orders).isPaid(absorbed.userId) ? undefined : { refuse: 'Pay your open order first.' },
 *   afterLink: ({ id, kept, absorbed }) => inject(Orders).move(absorbed, kept, id),
 * })
 */
export declare const withHooks: (hooks: LigatureHooks) => LigatureFeature;
/** A connection of the configuration. */
interface ConnectionOffer {
  readonly name: string;
  readonly strategy: string;
  /** What people call it. */
  readonly label: string;
}
/** What is known of a person: texts of others, which may be anything, and each of which may be missing. */
interface ProfileView {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly username?: string;
}
/** One sign-in method of an account. */
interface SignInMethod {
  readonly provider: string;
  readonly connection: string;
  readonly profile: ProfileView;
}
/** An account at the tenant. Its own sign-in method comes first, has the account's profile, and can't be unlinked. */
interface AccountView {
  readonly userId: string;
  readonly profile: ProfileView;
  readonly identities: readonly [SignInMethod, ...SignInMethod[]];
}
/** The account of the signed-in person. */
interface SignedInAccountStore {
  readonly connections: readonly ConnectionOffer[];
  readonly read: Signal<{
    readonly status: 'reading';
  } | {
    readonly status: 'read';
    readonly account: AccountView;
  } | {
    readonly status: 'failed';
    readonly code: FailureCode;
  }>;
  /** Whether the person has to confirm that it is them, before anything changes. */
  readonly mustConfirm: Signal<boolean>;
  /** Has them confirm it in a window: in a click, or the browser blocks it. */
  confirm(): void;
  readAccount(): void;
}
/** What a link would do, as it is reviewed. */
interface LinkReview {
  readonly phase: 'reviewing';
  readonly plan: {
    readonly direction: 'keepFirst' | 'keepSecond';
    readonly kept: AccountView;
    readonly absorbed: AccountView;
    /** Why it cannot be done like this; empty where it can. */
    readonly blockers: readonly {
      readonly kind: string;
    }[];
    /** By what these look like the accounts of two people; then ask whether both are theirs. */
    readonly doubt: 'names' | 'addresses' | undefined;
  };
  /** Why the portal's `beforeLink` has refused it. */
  readonly refusal?: string | undefined;
}
/** A link, from the click to its end. */
interface LinkingStore {
  readonly progress: Signal<LinkReview | {
    readonly phase: 'failed' | 'unknown';
    readonly code: FailureCode;
  } |
  /** `signingIn` with a `message` waits for a number, an address or a code, which `<ligature-link>` asks for. */
  {
    readonly phase: 'signingIn';
    readonly message?: object;
  } | {
    readonly phase: 'idle' | 'signInUnknown' | 'reading';
  } | {
    readonly phase: 'preparing' | 'sending' | 'closing' | 'done';
  }>;
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
interface SuggestionsStore {
  readonly suggested: Signal<readonly ConnectionOffer[]>;
  /** Lets the person hear of no suggestion any more. */
  decline(): void;
}
/** An unlink, from the question to its end. */
interface UnlinkStore {
  readonly allowUnlink: boolean;
  readonly progress: Signal<{
    readonly phase: 'idle';
  } | {
    readonly phase: 'reviewing' | 'sending' | 'done';
    readonly plan: UnlinkReview;
  } | {
    readonly phase: 'failed' | 'unknown';
    readonly plan: UnlinkReview;
    readonly code: FailureCode;
  }>;
  /** Asks before an unlink of a method of the account, as it has been read. */
  review(method: SignInMethod): void;
  dismiss(): void;
  /** Unlinks what is reviewed, once the person has agreed to it: if that has changed since, it does nothing. */
  unlink(agreed: UnlinkReview): void;
}
/** What an unlink would do: the method is an account of its own again, without settings. */
interface UnlinkReview {
  readonly account: AccountView;
  readonly identity: SignInMethod;
}
/** The stores behind the pages, for a page of the portal's own: each is made when it is first used. */
interface LigatureStores {
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
interface NoLigatureStores {
  readonly status: 'entering' | 'signedOut' | 'unusable' | 'framed';
}
/**
 * Gives a component of the portal's what the pages of Ligature work with, so that it can show it in its own way. It is
 * loaded then, and ends with the component.
 *
 * @example
 * class SignInMethods {
 *   protected readonly ligature = injectLigatureStores();
 * }
 */
export declare function injectLigatureStores(): Signal<LigatureStores | NoLigatureStores>;
/**
 * Tells whether the address of the page is one that Ligature's own sign-ins come back to. A portal's `provideAuth0` has
 * to leave them alone: it takes any address with a `code` and a `state` for its own.
 *
 * @param mount The path of the portal's router at which `ligatureRoutes()` is mounted.
 *
 * @example
 * provideAuth0({ domain, clientId, skipRedirectCallback: isLigatureCallback('settings/sign-in') })
 *
 * @see https://github.com/auth0/auth0-angular/blob/v2.12.0/projects/auth0-angular/src/lib/auth.config.ts
 */
export declare function isLigatureCallback(mount: string, path?: string): boolean;
/** What a portal's developer has to change. People never see it: their page says in plain words that it cannot be shown. */
type LigatureErrorCode = 'LIG-CALLBACK' | 'LIG-CONFIG' | 'LIG-ENTERED-TWICE' | 'LIG-FRAMED' | 'LIG-HOOK-ANSWER' | 'LIG-HOOK-SILENT' | 'LIG-NO-AUTH-SERVICE' | 'LIG-NOT-ENTERED' | 'LIG-NOT-MOUNTED' | 'LIG-NOT-PROVIDED' | 'LIG-OTHER-APPLICATION';
/**
 * Tells a portal's developer what to change: by its code, and each mistake on a line of its own. The portal's
 * `ErrorHandler` gets it.
 */
export declare class LigatureError extends Error {
  readonly code: LigatureErrorCode;
  constructor(code: LigatureErrorCode, details?: readonly string[]);
}
/**
 * Gives the routes of all pages of Ligature, for a portal to mount wherever it likes, once. The pages, and all that
 * they need, are loaded when the first of them is opened. Opening one fails with {@link LigatureError} where
 * `provideLigature` is missing, and where the routes are mounted twice.
 *
 * @example
 * const routes: Routes = [{ path: 'settings/sign-in', children: ligatureRoutes() }];
 */
export declare function ligatureRoutes(): Routes;
/** Reads the configuration before any page is made, and notes where the pages lie. */
declare const entering: CanMatchFn;
/**
 * Makes Ligature a part of a portal, whose routes mount its pages with `ligatureRoutes()`. Nothing of it is loaded
 * before the first page is opened; then the configuration is read. One that cannot be used is told to the portal's
 * `ErrorHandler` as a `LigatureError`, and people see a plain page. Features add what not every portal needs.
 *
 * @example
 * provideLigature('ligature.json')
 *
 * @example
 * provideLigature(() => firstValueFrom(inject(Settings).signInMethods))
 */
export declare function provideLigature(source: ConfigSource, ...features: readonly LigatureFeature[]): EnvironmentProviders;
/** What a portal wants the pages to speak, as a language tag. */
declare const PORTAL_LANGUAGE: InjectionToken<string | undefined>;
/**
 * Says which language the pages speak: a tag such as `de` or `de-AT`. It goes before that of the configuration, of
 * `<html lang>` and of the browser. One that there are no texts for is passed over.
 *
 * @example
 * provideLigature('ligature.json', withLanguage('fr'))
 */
export declare const withLanguage: (language: string) => LigatureFeature;
/** What a portal has given to `withReturn`, before it is checked. */
declare const PORTAL_RETURN_ADDRESSES: InjectionToken<readonly string[]>;
/**
 * Lets other applications send their people to a link page and have them back:
 * `…/account/link/{connection}?return={address}&state={state}`. The person comes back to the address with
 * `ligature=linked`, `cancelled` or `failed`, then with a `ligature_code`, and the `state` as it was given. Beside what is
 * allowed here, `returnAddresses` of the configuration is.
 *
 * @param allow Pages by origin and path, which have to be the same to the letter. `https`, unless on this machine.
 *
 * @example
 * provideLigature('ligature.json', withReturn({ allow: ['https://shop.example/linked'] }))
 */
export declare function withReturn({ allow }: {
  readonly allow: readonly string[];
}): LigatureFeature;
/** The console, where a portal wants it. */
interface PortalConsole {
  loadRoutes(): Promise<Routes>;
  /** Begins what goes on as long as the page does, in an injection context. */
  begin(): void;
}
declare const PORTAL_CONSOLE: InjectionToken<PortalConsole>;
/**
 * Adds the console for those who try linking out: checks of the tenant, the trace, drills and the policy preview, at
 * `staging` below the mount point. It is there where the configuration says `"staging": true`, so that one build of a
 * portal serves both. Without this feature a portal loads nothing of it.
 *
 * @example
 * provideLigature('ligature.json', withStaging())
 */
export declare function withStaging(): LigatureFeature;
/**
 * Makes the portal's own session the one that the pages work with: people are signed in by the portal's `AuthService` of
 * `@auth0/auth0-angular`, and not a second time. It has to have the client id of the configuration, refresh tokens, and
 * `skipRedirectCallback: isLigatureCallback(…)`.
 *
 * @example
 * provideLigature('ligature.json', withPortalSession())
 */
export declare function withPortalSession(): LigatureFeature;
export type { AccountSummary, AccountView, BeforeAnswer, ConfigSource, ConnectionOffer, FailureCode, LigatureErrorCode, LigatureFeature, LigatureHooks, LigatureStores, LinkPlanSummary, LinkReceipt, LinkReview, LinkingStore, NoLigatureStores, ProfileView, Refusal, SignInMethod, SignedInAccountStore, SuggestionsStore, UnlinkPlanSummary, UnlinkReceipt, UnlinkReview, UnlinkStore };