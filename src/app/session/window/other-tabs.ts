import { Service } from '@angular/core';

import { tabChannel } from './tab-channel';

/** A message between the tabs of one browser; it names a person by digest, and carries nothing else. */
interface SignedOutMessage {
  readonly kind: 'signed-out';
  readonly digest: string;
}

/** The other tabs of this browser that show the same portal. */
@Service()
export class OtherTabs {
  readonly #channel = tabChannel('ligature.session');

  announceSignOut(digest: string): void {
    const message: SignedOutMessage = { kind: 'signed-out', digest };
    this.#channel?.postMessage(message);
  }

  /** Calls back whenever a person signs out in another tab. */
  whenSignedOut(act: (digest: string) => void): void {
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isSignedOut(data)) act(data.digest);
    });
  }
}

const isSignedOut = (data: unknown): data is SignedOutMessage =>
  typeof data === 'object' &&
  data !== null &&
  'kind' in data &&
  data.kind === 'signed-out' &&
  'digest' in data &&
  typeof data.digest === 'string';
