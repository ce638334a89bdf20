import type { FailureCode } from '../failure';
import type { Journal } from './journal';

/** A link that this tab is busy with: whose account, which other one, and by which connection that is proven. */
export interface RunningLink {
  readonly userId: string;
  readonly subject: string;
  readonly connection: string;
}

/** What is known of a link that was left unfinished, here or anywhere else. */
export type UnfinishedLink =
  | { readonly status: 'none' }
  /**
   * It can be continued or undone; `code` is why the last try of either led nowhere. Until `busyUntilMs`, by this
   * device's clock, somebody else may be at work on it.
   */
  | {
      readonly status: 'open';
      readonly journal: Journal;
      readonly code?: FailureCode;
      readonly busyUntilMs?: number;
    }
  | { readonly status: 'undoing'; readonly journal: Journal }
  /** Another tab is busy with it, or this one is. */
  | { readonly status: 'elsewhere' | 'here' }
  /** It was taken back, and until then, by this device's clock, it may arrive all the same. */
  | { readonly status: 'undone'; readonly subject: string; readonly untilMs: number }
  /** This tab is busy with it, begun on a page that has been left. */
  | { readonly status: 'running'; readonly link: RunningLink }
  /** That has ended; `code` is why it has not happened. */
  | {
      readonly status: 'ended';
      readonly link: RunningLink;
      readonly end: 'linked' | 'notLinked';
      readonly code?: FailureCode;
    }
  /** This tab has sent it, nobody knows what became of it, and until then, by this device's clock, it may arrive. */
  | {
      readonly status: 'unknown';
      readonly link: RunningLink;
      readonly untilMs: number;
      readonly code?: FailureCode;
    }
  /** It was taken back, and everything is as before. */
  | { readonly status: 'takenBack' }
  /** It had happened, and is finished now; these settings could not be carried over as planned. */
  | {
      readonly status: 'finished';
      readonly setAside: readonly string[];
      readonly lost: readonly string[];
    };
