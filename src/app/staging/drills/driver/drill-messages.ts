import { tabChannel } from '../../../session/window/tab-channel';

/** What the tab of a drill shows, in the names that `data-phase` and `data-failure` have; nothing about a person. */
export interface Sight {
  /** Which page it was: a new one each time that something is loaded. */
  readonly page: string;
  /** Without parameters. */
  readonly path: string;
  readonly phase?: string;
  readonly failure?: string;
}

/** Something that a finger could do there. */
export type Act =
  | { readonly do: 'press'; readonly name: TextMatch; readonly inside?: string }
  | { readonly do: 'type'; readonly label: string; readonly text: string }
  | { readonly do: 'go'; readonly path: string }
  | { readonly do: 'startOver' }
  | { readonly do: 'close' };

/** How a control is called: by these very words, or by a beginning and something that it contains. */
export interface TextMatch {
  readonly begins: string;
  readonly isWhole?: boolean;
  readonly contains?: string;
}

export type FromGuest =
  | { readonly kind: 'sight'; readonly sight: Sight }
  | { readonly kind: 'did'; readonly id: string; readonly page: string };

export interface ToGuest {
  readonly kind: 'act';
  readonly id: string;
  readonly act: Act;
}

/** The channel of one drill window. Only pages of this portal can listen to it, and it carries no secret. */
export const drillChannel = (drill: string): BroadcastChannel | undefined =>
  tabChannel(`ligature.drill.${drill}`);

export const isToGuest = (data: unknown): data is ToGuest => hasKind(data) && data.kind === 'act';

export const isFromGuest = (data: unknown): data is FromGuest =>
  hasKind(data) && (data.kind === 'sight' || data.kind === 'did');

const hasKind = (data: unknown): data is { readonly kind: unknown } =>
  typeof data === 'object' && data !== null && 'kind' in data;
