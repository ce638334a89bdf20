import { Service } from '@angular/core';

import { tabChannel } from '../tab-channel';

/** How long the tab with the opened link waits for the one that sent it, in milliseconds. */
const patience = 2000;

type Message =
  | { readonly kind: 'asked' | 'waiting'; readonly state: string }
  | { readonly kind: 'answer'; readonly state: string; readonly url: string }
  | { readonly kind: 'taken'; readonly state: string };

/**
 * Brings the answer of a link from the tab in which it was opened to the one that sent it and holds what is
 * needed to use it. A code travels between tabs of one origin, a token never (security C-5).
 */
@Service()
export class MagicLinkTabs {
  readonly #channel = tabChannel('ligature.magic-link');

  /**
   * In the tab that sends: the address that the link led to, once it has been opened in this browser. A tab
   * that has stopped waiting takes no answer.
   */
  answerTo(state: string, stopped: AbortSignal): Promise<string> {
    return new Promise((resolve) => {
      const listen = ({ data }: MessageEvent<unknown>): void => {
        if (!isMessage(data) || data.state !== state) return;
        if (data.kind === 'asked') this.#post({ kind: 'waiting', state });
        if (data.kind !== 'answer') return;
        this.#channel?.removeEventListener('message', listen);
        this.#post({ kind: 'taken', state });
        resolve(data.url);
      };
      this.#channel?.addEventListener('message', listen, { signal: stopped });
    });
  }

  /** Before a link is followed: whether a tab of this browser waits for it, so that here it would be of use. */
  isAwaited(state: string): Promise<boolean> {
    return this.#reply({ kind: 'asked', state }, 'waiting');
  }

  /** In the tab that the link opened: whether the one that sent it is there and has taken the answer. */
  handOver(url: string): Promise<boolean> {
    const state = new URL(url).searchParams.get('state');

    return state === null
      ? Promise.resolve(false)
      : this.#reply({ kind: 'answer', state, url }, 'taken');
  }

  /** Whether another tab replies to a message, in time. */
  #reply(message: Message, expected: Message['kind']): Promise<boolean> {
    return new Promise((resolve) => {
      const listen = ({ data }: MessageEvent<unknown>): void => {
        if (isMessage(data) && data.kind === expected && data.state === message.state)
          resolve(true);
      };
      this.#channel?.addEventListener('message', listen);
      setTimeout(() => {
        this.#channel?.removeEventListener('message', listen);
        resolve(false);
      }, patience);
      this.#post(message);
    });
  }

  #post(message: Message): void {
    this.#channel?.postMessage(message);
  }
}

const kinds: ReadonlySet<unknown> = new Set<Message['kind']>(['asked', 'waiting', 'taken']);

function isMessage(data: unknown): data is Message {
  if (typeof data !== 'object' || data === null || !('kind' in data) || !('state' in data)) {
    return false;
  }

  return (
    typeof data.state === 'string' &&
    (kinds.has(data.kind) ||
      (data.kind === 'answer' && 'url' in data && typeof data.url === 'string'))
  );
}
