import { DestroyRef, inject, Service } from '@angular/core';

import { isJsonObject } from '../../identity/json';
import { tabChannel } from './tab-channel';

/** A message between the tabs of one browser; it names a person by digest, and carries nothing else. */
interface SignedOutMessage {
  readonly kind: 'signed-out';
  readonly digest: string;
}

/** Tells the other tabs of this browser that somebody has signed out, and hears it from them. */
@Service()
export class OtherTabs {
  readonly #channel = tabChannel('ligature.session');

  constructor() {
    inject(DestroyRef).onDestroy(() => this.#channel?.close());
  }

  /** Tells the other tabs that the person of this digest has signed out. */
  announceSignOut(digest: string): void {
    const message: SignedOutMessage = { kind: 'signed-out', digest };
    this.#channel?.postMessage(message);
  }

  /** Calls `act` with a person's digest whenever they sign out in another tab. */
  whenSignedOut(act: (digest: string) => void): void {
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isSignedOut(data)) act(data.digest);
    });
  }
}

const isSignedOut = (data: unknown): data is SignedOutMessage =>
  isJsonObject(data) && data['kind'] === 'signed-out' && typeof data['digest'] === 'string';
