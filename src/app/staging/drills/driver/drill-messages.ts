import type { Action } from '../../../actions/action';
import { isJsonObject } from '../../../identity/json';
import { tabChannel } from '../../../session/window/tab-channel';
import type { Shown } from '../catalogue/drill';

/** What the tab of a drill shows, in the names that `data-phase` and `data-failure` have; nothing about a person. */
export interface PageSnapshot {
  /** Which page it was: a new one each time that something is loaded. */
  readonly page: string;
  /** Without parameters. */
  readonly path: string;
  readonly phase?: string;
  readonly failure?: string;
}

/** Whether a page shows what a step waits for: a state, or one of some failures. */
export const isShown = (sight: PageSnapshot, shows: Shown): boolean =>
  shows.kind === 'phase'
    ? sight.phase === shows.phase
    : shows.codes.some((code) => code === sight.failure);

/** Something that a finger could do there. */
export type Act =
  | { readonly kind: 'press'; readonly action: Action; readonly target?: string }
  | { readonly kind: 'type'; readonly action: Action; readonly text: string }
  | { readonly kind: 'startOver' }
  | { readonly kind: 'close' };

export type FromAgent =
  | { readonly kind: 'sight'; readonly sight: PageSnapshot }
  | { readonly kind: 'did'; readonly id: string; readonly page: string };

export interface ToAgent {
  readonly kind: 'act';
  readonly id: string;
  readonly act: Act;
}

/** The channel of one drill window. Only pages of this portal can listen to it, and it carries no secret. */
export const drillChannel = (drill: string): BroadcastChannel | undefined =>
  tabChannel(`ligature.drill.${drill}`);

export const isToAgent = (data: unknown): data is ToAgent =>
  isJsonObject(data) && data['kind'] === 'act';

export const isFromAgent = (data: unknown): data is FromAgent =>
  isJsonObject(data) && (data['kind'] === 'sight' || data['kind'] === 'did');
