import { SharedChannel } from './tab-channel';

/** What `window.open` gives from here on: a window as far as it is touched, and no more. */
export function openedWindow() {
  const popup = {
    closed: false,
    close: jest.fn(),
    focus: jest.fn(),
    location: { replace: jest.fn<undefined, [string]>() },
    sessionStorage: { clear: jest.fn() },
  };
  const open = jest.spyOn(window, 'open').mockReturnValue(popup as unknown as Window);

  return {
    popup,
    open,
    /** Where it was sent last. */
    sentTo: (): string | undefined => popup.location.replace.mock.lastCall?.[0],
    /** The window is back, with what the tenant gave it. */
    comesBack: (state: string, answer = 'code=c'): string => {
      const url = `http://localhost/link/callback?${answer}&state=${encodeURIComponent(state)}`;
      new SharedChannel().postMessage({ kind: 'answer', state, url });

      return url;
    },
  };
}
