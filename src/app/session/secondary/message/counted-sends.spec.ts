import type { SignInFailure } from '../../../identity/failure';
import { SignInError } from '../../sign-in/sign-in-error';
import { CountedSends } from './counted-sends';

const now = Date.UTC(2027, 0, 15, 8);

/** A page that has just been loaded, in the same tab. */
function setUp(connection = 'email') {
  const sends = new CountedSends(connection);
  const send = (message = Promise.resolve()): Promise<unknown> =>
    new Promise((resolve) => {
      sends.counting(() => message).subscribe({ complete: () => resolve(1), error: resolve });
    });
  const sendOften = async (times: number): Promise<void> => {
    for (let count = 0; count < times; count++) {
      jest.setSystemTime(Math.max(Date.now(), sends.nextSendAtMs ?? 0));
      await send();
    }
  };

  return { sends, send, sendOften };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => {
  jest.useRealTimers();
  sessionStorage.clear();
});

describe('CountedSends: how often messages may be asked for', () => {
  it('lets one go at once the first time', () => {
    expect(setUp().sends).toMatchObject({ mayBeSent: true, nextSendAtMs: 0 });
  });

  it.each([
    [1, 30_000],
    [2, 60_000],
    [3, 120_000],
    [4, 120_000],
  ])('SEC-49: waits longer each time: after %i, for %i ms', async (times, pause) => {
    const { sends, sendOften } = setUp();
    await sendOften(times);

    expect(sends.nextSendAtMs).toBe(Date.now() + pause);
    expect(sends.mayBeSent).toBe(false);
    jest.setSystemTime(Date.now() + pause);
    expect(sends.mayBeSent).toBe(true);
  });

  it('ends after five', async () => {
    const { sends, sendOften } = setUp();
    await sendOften(5);
    jest.setSystemTime(now + 86_400_000);

    expect(sends).toMatchObject({ mayBeSent: false, nextSendAtMs: undefined });
  });

  it('counts while the message is still on its way', () => {
    const { sends, send } = setUp();
    void send(new Promise(() => undefined));

    expect(sends.mayBeSent).toBe(false);
  });

  it('goes on counting after a reload, and after a fresh start', async () => {
    await setUp().sendOften(4);
    const { sends, sendOften } = setUp();
    expect(sends.nextSendAtMs).toBe(Date.now() + 120_000);
    await sendOften(1);

    expect(setUp().sends.nextSendAtMs).toBeUndefined();
  });

  it.each<[SignInFailure, number]>([
    ['bad-address', 0],
    ['not-set-up', 0],
    ['offline', 0],
    ['message-not-sent', now + 30_000],
    ['too-many-messages', now + 30_000],
    ['unreachable', now + 30_000],
  ])('counts only what may have left: after %s the next may go at %i', async (refusal, at) => {
    const { sends, send } = setUp();
    await send(Promise.reject(new SignInError(refusal)));

    expect(sends.nextSendAtMs).toBe(at);
    expect(setUp().sends.nextSendAtMs).toBe(at);
  });

  it('counts for each method apart', async () => {
    await setUp('email').sendOften(5);

    expect(setUp('other').sends.mayBeSent).toBe(true);
  });
});
