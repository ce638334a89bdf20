import { TestBed } from '@angular/core/testing';
import { GenericError } from '@auth0/auth0-spa-js';

import { openedWindow } from '../testing/opened-window';
import { SharedChannel, useChannel } from '../testing/tab-channel';
import { SignInWindow, type Visit } from './sign-in-window';

const address = 'https://acme.example/authorize?state=mine';
const fiveMinutes = 300_000;

/** A window in which somebody signs in; what comes of their answer is the address of it. */
function setUp({ blocked = false }: { blocked?: boolean } = {}) {
  const opened = openedWindow();
  if (blocked) opened.open.mockReturnValue(null);
  const signIn = jest.fn<Promise<string>, [Visit]>((visit) => visit({ address, state: 'mine' }));
  const service = TestBed.inject(SignInWindow);

  return { service, signIn, watch, ...opened };

  function watch() {
    const [next, error, complete] = [jest.fn(), jest.fn(), jest.fn()];
    const subscription = service.run(signIn).subscribe({ next, error, complete });

    return { next, error, complete, cancel: () => subscription.unsubscribe() };
  }
}

/** Lets everything run that waits for nothing but its turn. */
const settled = (): Promise<unknown> => jest.advanceTimersByTimeAsync(0);

beforeAll(() => useChannel(SharedChannel));
beforeEach(() => {
  SharedChannel.all.clear();
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('SignInWindow', () => {
  it('opens in the very call, while it is still the person’s click', () => {
    const { service, open, signIn } = setUp();
    service.run(signIn);

    expect(open).toHaveBeenCalledTimes(1);
    expect(signIn).not.toHaveBeenCalled();
  });

  it('REL-01: fails, and asks the tenant nothing, when the browser blocks it', () => {
    const { watch, signIn } = setUp({ blocked: true });
    const { error } = watch();

    expect(error).toHaveBeenCalledWith(expect.objectContaining({ code: 'popup-blocked' }));
    expect(signIn).not.toHaveBeenCalled();
  });

  it('goes to the tenant, hands on what came of it, once, and closes', async () => {
    const { watch, sentTo, comesBack, popup } = setUp();
    const { next, complete } = watch();
    expect(sentTo()).toBe(address);
    const url = comesBack('mine');
    comesBack('mine');
    await settled();

    expect(next.mock.calls).toEqual([[{ kind: 'answered' }], [{ kind: 'signedIn', result: url }]]);
    expect(complete).toHaveBeenCalled();
    expect(popup.close).toHaveBeenCalled();
  });

  it('signs in once, however many events there are', async () => {
    const { watch, comesBack, signIn, popup } = setUp();
    watch();
    popup.closed = true;
    await jest.advanceTimersByTimeAsync(4_000);
    comesBack('mine');
    await jest.advanceTimersByTimeAsync(2_000);

    expect(signIn).toHaveBeenCalledTimes(1);
  });

  it('REL-02: says once that it is out of sight, and still takes an answer minutes later', async () => {
    const { watch, comesBack, popup } = setUp();
    const { next } = watch();
    popup.closed = true;
    await jest.advanceTimersByTimeAsync(fiveMinutes - 1);
    const url = comesBack('mine');
    await settled();

    expect(next.mock.calls).toEqual([
      [{ kind: 'windowUnseen' }],
      [{ kind: 'answered' }],
      [{ kind: 'signedIn', result: url }],
    ]);
  });

  it('says so at the first sign, and not for a look that was lost in between', async () => {
    const { watch, popup } = setUp();
    const { next } = watch();
    popup.closed = true;
    await jest.advanceTimersByTimeAsync(300);
    popup.closed = false;
    await jest.advanceTimersByTimeAsync(1_000);
    expect(next).not.toHaveBeenCalled();
    popup.closed = true;
    await jest.advanceTimersByTimeAsync(750);

    expect(next.mock.calls).toEqual([[{ kind: 'windowUnseen' }]]);
  });

  it('does not say that of a window that is out of sight only on its way back', async () => {
    const { watch, comesBack, signIn, popup } = setUp();
    signIn.mockImplementation(async (visit) => {
      const url = await visit({ address, state: 'mine' });
      await new Promise((resolve) => setTimeout(resolve, 10_000));

      return url;
    });
    const { next } = watch();
    popup.closed = true;
    await jest.advanceTimersByTimeAsync(400);
    comesBack('mine');
    await jest.advanceTimersByTimeAsync(10_000);

    expect(next.mock.calls).toEqual([
      [{ kind: 'answered' }],
      [expect.objectContaining({ kind: 'signedIn' })],
    ]);
  });

  it.each([true, false])(
    'says that it has answered, however long the tokens take; out of sight by then: %s',
    async (closed) => {
      const { watch, comesBack, signIn, popup } = setUp();
      signIn.mockImplementation(async (visit) => {
        await visit({ address, state: 'mine' });

        return new Promise(() => undefined);
      });
      const { next } = watch();
      popup.closed = closed;
      await jest.advanceTimersByTimeAsync(1_000);
      next.mockClear();
      comesBack('mine');
      await settled();
      popup.closed = true;
      await jest.advanceTimersByTimeAsync(10_000);

      expect(next.mock.calls).toEqual([[{ kind: 'answered' }]]);
    },
  );

  it.each([true, false])(
    'REL-04: ends after five minutes, out of sight or not: %s',
    async (closed) => {
      const { watch, comesBack, popup } = setUp();
      popup.closed = closed;
      const { error } = watch();
      await jest.advanceTimersByTimeAsync(fiveMinutes - 1);
      expect(error).not.toHaveBeenCalled();
      await jest.advanceTimersByTimeAsync(1);
      comesBack('mine');
      await settled();

      expect(error.mock.calls).toEqual([[expect.objectContaining({ code: 'timed-out' })]]);
      expect(popup.close).toHaveBeenCalled();
    },
  );

  it('counts the five minutes to the answer alone, not to what is made of it', async () => {
    const { watch, comesBack, signIn } = setUp();
    signIn.mockImplementation(async (visit) => {
      const url = await visit({ address, state: 'mine' });
      await new Promise((resolve) => setTimeout(resolve, fiveMinutes));

      return url;
    });
    const { next, error } = watch();
    await settled();
    comesBack('mine');
    await jest.advanceTimersByTimeAsync(fiveMinutes);

    expect(error).not.toHaveBeenCalled();
    expect(next).toHaveBeenLastCalledWith(expect.objectContaining({ kind: 'signedIn' }));
  });

  it.each([
    ['denied', new GenericError('access_denied', 'Call 0900')],
    ['unreachable', new TypeError('Failed to fetch')],
    ['sign-in-failed', new Error('anything else')],
  ])('names why nobody signed in: %s, and closes', async (code, cause) => {
    const { watch, signIn, popup } = setUp();
    signIn.mockRejectedValue(cause);
    const { error } = watch();
    await settled();

    expect(error).toHaveBeenCalledWith(expect.objectContaining({ code, cause }));
    expect(popup.close).toHaveBeenCalled();
  });

  it('closes when nobody waits for it any more, and takes nothing', async () => {
    const { watch, comesBack, popup } = setUp();
    const { next, error, cancel } = watch();
    cancel();
    comesBack('mine');
    await jest.advanceTimersByTimeAsync(fiveMinutes);

    expect(popup.close).toHaveBeenCalled();
    expect(next).not.toHaveBeenCalled();
    expect(error).not.toHaveBeenCalled();
  });

  it('REL-06: closes with the page that opened it', () => {
    const { watch, popup } = setUp();
    watch();
    window.dispatchEvent(new Event('pagehide'));

    expect(popup.close).toHaveBeenCalled();
  });

  it('keeps the newer window in reach when an older one is let go of', () => {
    const { watch } = setUp();
    const older = watch();
    const newer = openedWindow().popup;
    watch();
    older.cancel();
    window.dispatchEvent(new Event('pagehide'));

    expect(newer.close).toHaveBeenCalled();
  });

  it('comes to the front when it is asked to, and only while it is there', () => {
    const { service, watch, popup } = setUp();
    const { cancel } = watch();
    service.bringToFront();
    cancel();
    service.bringToFront();

    expect(popup.focus).toHaveBeenCalledTimes(1);
  });
});
