/** The browser's channel, between tabs that are all in one test; a tab does not hear itself. */
export class SharedChannel extends EventTarget {
  static readonly all = new Set<SharedChannel>();

  constructor() {
    super();
    SharedChannel.all.add(this);
  }

  close(): void {
    SharedChannel.all.delete(this);
  }

  postMessage(data: unknown): void {
    SharedChannel.all.forEach((other) => {
      if (other !== this) other.dispatchEvent(new MessageEvent('message', { data }));
    });
  }
}

/** A channel on which nobody else is. */
export class LonelyChannel extends EventTarget {
  readonly postMessage = jest.fn();
  readonly close = jest.fn();
}

/** jsdom has no channel of its own. */
export const useChannel = (channel: object): void => {
  Object.defineProperty(globalThis, 'BroadcastChannel', { value: channel });
};
