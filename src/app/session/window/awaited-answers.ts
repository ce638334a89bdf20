import { Service } from '@angular/core';

import { linkCallbackUrl } from '../sign-in/callback-url';
import { tabChannel } from './tab-channel';

/** How long an answer waits for the tab that it belongs to, in milliseconds. */
const timeoutMs = 2000;

/** What a tab waits for: a window of its own to come back, or a link of a message to be opened. */
export type AwaitedBy = 'window' | 'link';

type Message =
  | { readonly kind: 'asked' | 'waiting'; readonly state: string }
  | { readonly kind: 'answer'; readonly state: string; readonly url: string }
  | { readonly kind: 'taken'; readonly state: string; readonly by: AwaitedBy };

/**
 * Brings the answer to a sign-in from where it has arrived, a window or another tab, to the one tab that has
 * begun it and holds what is needed to use it. A code travels between pages of one origin, a token never
 * (SEC-52). Nothing on the way has to be believed: without the verifier a code is worth nothing.
 */
@Service()
export class AwaitedAnswers {
  /**
   * In the tab that has begun it: the address that has come back, once. A tab that has stopped waiting takes
   * none, and what is not an answer to this very request is none.
   */
  answerTo(
    state: string,
    { by, stopped }: { readonly by: AwaitedBy; readonly stopped: AbortSignal },
  ): Promise<string> {
    const channel = openChannel();

    return new Promise<string>((resolve) => {
      const post = (message: Message): void => channel?.postMessage(message);
      const listen = ({ data }: MessageEvent<unknown>): void => {
        if (!isMessage(data) || data.state !== state) return;
        if (data.kind === 'asked') post({ kind: 'waiting', state });
        if (data.kind !== 'answer' || !isAnswer(data.url, state)) return;
        channel?.removeEventListener('message', listen);
        post({ kind: 'taken', state, by });
        resolve(data.url);
      };
      channel?.addEventListener('message', listen, { signal: stopped });
      stopped.addEventListener('abort', () => channel?.close());
    });
  }

  /** Before a link is followed: whether a tab of this browser waits for it, so that here it would be of use. */
  async isAwaited(state: string): Promise<boolean> {
    return (await reply({ kind: 'asked', state }, 'waiting')) !== undefined;
  }

  /** Where an answer has arrived: what the tab that has taken it was waiting for; `undefined` if there is none. */
  async handOver(url: string): Promise<AwaitedBy | undefined> {
    const state = new URL(url).searchParams.get('state');
    if (state === null) return undefined;
    const taken = await reply({ kind: 'answer', state, url }, 'taken');

    return taken?.kind === 'taken' ? taken.by : undefined;
  }
}

const openChannel = (): BroadcastChannel | undefined => tabChannel('ligature.sign-in-answers');

/** What another tab replies to a message, in time. */
function reply(message: Message, expected: Message['kind']): Promise<Message | undefined> {
  const channel = openChannel();

  return new Promise<Message | undefined>((resolve) => {
    channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isMessage(data) && data.kind === expected && data.state === message.state) resolve(data);
    });
    setTimeout(() => resolve(undefined), timeoutMs);
    channel?.postMessage(message);
  }).finally(() => channel?.close());
}

/** Whether an address is our own callback, with an answer to this request. */
function isAnswer(url: string, state: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, pathname, searchParams } = new URL(url);

  return `${origin}${pathname}` === linkCallbackUrl() && searchParams.get('state') === state;
}

function isMessage(data: unknown): data is Message {
  if (typeof data !== 'object' || data === null || !('kind' in data) || !('state' in data)) {
    return false;
  }
  if (typeof data.state !== 'string') return false;
  switch (data.kind) {
    case 'asked':
    case 'waiting':
      return true;
    case 'answer':
      return 'url' in data && typeof data.url === 'string';
    case 'taken':
      return 'by' in data && (data.by === 'window' || data.by === 'link');
    default:
      return false;
  }
}
