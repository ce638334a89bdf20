import { Service } from '@angular/core';

import { isJsonObject } from '../../identity/json';
import { linkCallbackPath, pathOf } from '../sign-in/callback-url';
import { tabChannel } from './tab-channel';

/** How long an answer waits for the tab that it belongs to, in milliseconds. */
const timeoutMs = 2000;

/** What a tab waits for: that its window comes back, or that the link of a message is opened. */
export type AwaitedBy = 'window' | 'link';

type Message =
  | { readonly kind: 'asked' | 'waiting'; readonly state: string }
  | { readonly kind: 'answer'; readonly state: string; readonly url: string }
  | { readonly kind: 'taken'; readonly state: string; readonly by: AwaitedBy };

/**
 * Brings the answer to a sign-in from the window or tab where it has arrived to the tab that has begun the sign-in and
 * can use it. Codes are passed between pages of one origin, tokens never (SEC-52). No message has to be believed:
 * without the verifier, which stays in its tab, a code is worth nothing.
 */
@Service()
export class AwaitedAnswers {
  /**
   * Waits for the address with the answer to this `state`, in the tab that has begun the sign-in. Never ends once
   * `stopped` is aborted. `by` is what other tabs are told that this one waits for.
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

  /** Asks whether a tab of this browser waits for this answer; asked before a link is followed, which works once. */
  async isAwaited(state: string): Promise<boolean> {
    return (await reply({ kind: 'asked', state }, 'waiting')) !== undefined;
  }

  /** Hands an answer to the tab that waits for it, and gives what that has waited for; `undefined` if none does. */
  async handOver(url: string): Promise<AwaitedBy | undefined> {
    const state = new URL(url).searchParams.get('state');
    if (state === null) return undefined;
    const taken = await reply({ kind: 'answer', state, url }, 'taken');

    return taken?.kind === 'taken' ? taken.by : undefined;
  }
}

const openChannel = (): BroadcastChannel | undefined => tabChannel('ligature.sign-in-answers');

/** Posts a message, and waits for another tab's reply; `undefined` where none comes in time. */
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
  const { origin, searchParams } = new URL(url);

  return (
    origin === window.location.origin &&
    pathOf(url) === linkCallbackPath &&
    searchParams.get('state') === state
  );
}

function isMessage(data: unknown): data is Message {
  if (!isJsonObject(data) || typeof data['state'] !== 'string') return false;
  switch (data['kind']) {
    case 'asked':
    case 'waiting':
      return true;
    case 'answer':
      return typeof data['url'] === 'string';
    case 'taken':
      return data['by'] === 'window' || data['by'] === 'link';
    default:
      return false;
  }
}
