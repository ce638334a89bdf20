import type { Observable } from 'rxjs';

import type { LinkReceipt, UnlinkReceipt } from '../../app/identity/settings/portal-receipt';

/** An account, by its `user_id`, and the connection by which people sign in to it. */
export interface AccountSummary {
  readonly userId: string;
  readonly connection: string;
}

/** What a link would do: `absorbed` becomes a sign-in method of `kept`, and is no account any more. */
export interface LinkPlanSummary {
  readonly kept: AccountSummary;
  readonly absorbed: AccountSummary;
  /** Whether the kept account is the one that the person is signed in to (`keepFirst`), or they become the other. */
  readonly direction: 'keepFirst' | 'keepSecond';
}

/** What an unlink would do: `left` is an account of its own again, without settings. */
export interface UnlinkPlanSummary {
  readonly kept: AccountSummary;
  readonly left: AccountSummary;
}

/** Refuses what somebody has agreed to, with a sentence that is shown to them as text. */
export interface Refusal {
  readonly refuse: string;
}

/** What a hook gives before anything is written: nothing, or a refusal. */
export type BeforeAnswer = Refusal | undefined | void;

/**
 * What a portal does about its own data, which no link moves. Each hook is called in an injection context, and has ten
 * seconds to answer.
 */
export interface LigatureHooks {
  /**
   * Called when somebody has agreed to a link, before anything is written. It changes nothing, since the link may not
   * happen, and may be called again.
   */
  beforeLink?(
    plan: LinkPlanSummary,
  ): BeforeAnswer | Promise<BeforeAnswer> | Observable<BeforeAnswer>;
  /**
   * Called at least once for every link that has happened, in the session of the kept account. Where it fails, does not
   * answer, or the page ends, it is called again with the same `id`.
   */
  afterLink?(receipt: LinkReceipt): unknown;
  /** Called when somebody has agreed to an unlink, before anything is written; see {@link beforeLink}. */
  beforeUnlink?(
    plan: UnlinkPlanSummary,
  ): BeforeAnswer | Promise<BeforeAnswer> | Observable<BeforeAnswer>;
  /** Called at least once for every unlink that has happened; see {@link afterLink}. */
  afterUnlink?(receipt: UnlinkReceipt): unknown;
}
