import type { FailureCode } from '../failure';
import type { Journal } from './journal';

/** What is known of a link that was left unfinished, here or anywhere else. */
export type UnfinishedLink =
  | { readonly status: 'none' }
  /** It can be continued or undone; `code` is why the last try of either led nowhere. */
  | { readonly status: 'open'; readonly journal: Journal; readonly code?: FailureCode }
  | { readonly status: 'undoing'; readonly journal: Journal }
  /** Another tab is busy with it. */
  | { readonly status: 'elsewhere' }
  /** It was taken back, and until then, by this device's clock, it may arrive all the same. */
  | { readonly status: 'undone'; readonly until: number }
  /** It was taken back, and everything is as before. */
  | { readonly status: 'takenBack' }
  /** It had happened, and is finished now; these settings could not be carried over as planned. */
  | {
      readonly status: 'finished';
      readonly setAside: readonly string[];
      readonly lost: readonly string[];
    };
