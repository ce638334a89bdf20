import { TestBed } from '@angular/core/testing';
import { GenericError, PopupCancelledError, PopupTimeoutError } from '@auth0/auth0-spa-js';
import { firstValueFrom, Subject } from 'rxjs';

import type { PatientWindow } from './patient-window';
import { SignInWindow } from './sign-in-window';

function setUp({ blocked = false }: { blocked?: boolean } = {}) {
  const popup = { closed: false, close: jest.fn(), focus: jest.fn(), location: {} };
  const open = jest.spyOn(window, 'open').mockReturnValue(
    // Only what the SDK touches is there.
    blocked ? null : (popup as unknown as Window),
  );
  const login = new Subject<string>();
  const signIn = jest.fn<Promise<string>, [PatientWindow]>(() => firstValueFrom(login));
  const service = TestBed.inject(SignInWindow);

  return { service, popup, open, login, signIn, watch };

  function watch() {
    const [next, error, complete] = [jest.fn(), jest.fn(), jest.fn()];
    const subscription = service.run(signIn).subscribe({ next, error, complete });

    return { next, error, complete, cancel: () => subscription.unsubscribe() };
  }
}

beforeEach(() => jest.useFakeTimers());
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

  it('hands on what came of it, once, and closes', async () => {
    const { watch, login, popup } = setUp();
    const { next, complete } = watch();
    login.next('session');
    await jest.advanceTimersByTimeAsync(0);

    expect(next.mock.calls).toEqual([[{ kind: 'signedIn', result: 'session' }]]);
    expect(complete).toHaveBeenCalled();
    expect(popup.close).toHaveBeenCalled();
  });

  it('signs in once, however many events there are', async () => {
    const { watch, login, signIn, popup } = setUp();
    watch();
    popup.closed = true;
    await jest.advanceTimersByTimeAsync(2_000);
    login.next('session');
    await jest.advanceTimersByTimeAsync(2_000);

    expect(signIn).toHaveBeenCalledTimes(1);
  });

  it('REL-02: says once that it looks closed, and still takes an answer that comes late', async () => {
    const { watch, login, popup } = setUp();
    const { next } = watch();
    popup.closed = true;
    await jest.advanceTimersByTimeAsync(2_000);
    login.next('session');
    await jest.advanceTimersByTimeAsync(2_000);

    expect(next.mock.calls).toEqual([
      [{ kind: 'windowClosed' }],
      [{ kind: 'signedIn', result: 'session' }],
    ]);
  });

  it.each([
    ['popup-closed', new PopupCancelledError(window)],
    ['timed-out', new PopupTimeoutError(window)],
    ['denied', new GenericError('access_denied', 'Call 0900')],
    ['unreachable', new TypeError('Failed to fetch')],
    ['sign-in-failed', new Error('anything else')],
  ])('names why nobody signed in: %s, and closes', async (code, cause) => {
    const { watch, login, popup } = setUp();
    const { error } = watch();
    login.error(cause);
    await jest.advanceTimersByTimeAsync(0);

    expect(error).toHaveBeenCalledWith(expect.objectContaining({ code, cause }));
    expect(popup.close).toHaveBeenCalled();
  });

  it('closes when nobody waits for it any more, and says nothing', async () => {
    const { watch, login, popup } = setUp();
    const { next, cancel } = watch();
    cancel();
    login.next('session');
    await jest.advanceTimersByTimeAsync(1_000);

    expect(popup.close).toHaveBeenCalled();
    expect(next).not.toHaveBeenCalled();
  });

  it('REL-06: closes with the page that opened it', () => {
    const { watch, popup } = setUp();
    watch();
    window.dispatchEvent(new Event('pagehide'));

    expect(popup.close).toHaveBeenCalled();
  });

  it('keeps the newer window in reach when an older one is let go of', () => {
    const { watch, open } = setUp();
    const older = watch();
    const newer = { closed: false, close: jest.fn(), focus: jest.fn(), location: {} };
    open.mockReturnValue(newer as unknown as Window);
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
