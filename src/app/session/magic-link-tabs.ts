import { Service } from '@angular/core';

import { tabChannel } from './tab-channel';

/** How long the tab with the opened link waits for the one that sent it, in milliseconds. */
const patience = 2000;

type Message =
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
        if (!isMessage(data) || data.kind !== 'answer' || data.state !== state) return;
        this.#channel?.removeEventListener('message', listen);
        this.#post({ kind: 'taken', state });
        resolve(data.url);
      };
      this.#channel?.addEventListener('message', listen, { signal: stopped });
    });
  }

  /** In the tab that the link opened: whether the one that sent it is there and has taken the answer. */
  handOver(url: string): Promise<boolean> {
    const state = new URL(url).searchParams.get('state');
    if (state === null) return Promise.resolve(false);

    return new Promise((resolve) => {
      const listen = ({ data }: MessageEvent<unknown>): void => {
        if (isMessage(data) && data.kind === 'taken' && data.state === state) resolve(true);
      };
      this.#channel?.addEventListener('message', listen);
      setTimeout(() => {
        this.#channel?.removeEventListener('message', listen);
        resolve(false);
      }, patience);
      this.#post({ kind: 'answer', state, url });
    });
  }

  #post(message: Message): void {
    this.#channel?.postMessage(message);
  }
}

function isMessage(data: unknown): data is Message {
  if (typeof data !== 'object' || data === null || !('kind' in data) || !('state' in data)) {
    return false;
  }

  return (
    typeof data.state === 'string' &&
    (data.kind === 'taken' ||
      (data.kind === 'answer' && 'url' in data && typeof data.url === 'string'))
  );
}
