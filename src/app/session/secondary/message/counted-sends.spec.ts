import type { SignInFailure } from '../../../identity/failure';
import { SignInError } from '../../sign-in/sign-in-error';
import { CountedSends } from './counted-sends';

const now = Date.UTC(2027, 0, 15, 8);
const address = 'ada@example.com';
const other = 'ada@example.net';

/** A page that has just been loaded, in the same tab. */
function setUp(connection = 'email') {
  const sends = new CountedSends(connection);
  const send = (message = Promise.resolve(), to = address): Promise<unknown> =>
    new Promise((resolve) => {
      const sent = sends.counting(to, () => message);
      sent.subscribe({ complete: () => resolve(1), error: resolve });
    });
  const sendOften = async (times: number): Promise<void> => {
    for (let count = 0; count < times; count++) {
      jest.setSystemTime(Math.max(Date.now(), sends.nextSendAtMs));
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
    expect(setUp().sends.nextSendAtMs).toBe(0);
    expect(setUp().sends.mayBeSentTo(address)).toBe(true);
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
    expect(sends.mayBeSentTo(address)).toBe(false);
    jest.setSystemTime(Date.now() + pause);
    expect(sends.mayBeSentTo(address)).toBe(true);
  });

  it('SEC-49: rests for an hour after five, wherever the next is to go', async () => {
    const { sends, sendOften } = setUp();
    await sendOften(5);
    const lastAtMs = Date.now();

    expect(sends.nextSendAtMs).toBe(lastAtMs + 3_600_000);
    expect(sends.waitsFor).toBeUndefined();
    expect(sends.mayBeSentTo(other)).toBe(false);
    jest.setSystemTime(lastAtMs + 3_600_000);
    expect(sends.mayBeSentTo(address)).toBe(true);
  });

  it('lets an address wait for its own message alone: who has mistyped need not', async () => {
    const { sends, send } = setUp();
    await send();
    expect(sends.waitsFor).toBe(address);
    expect(sends.mayBeSentTo(address)).toBe(false);
    expect(sends.mayBeSentTo(other)).toBe(true);
    await send(Promise.resolve(), other);

    expect(sends.waitsFor).toBe(other);
    expect(sends.nextSendAtMs).toBe(now + 60_000);
  });

  it('lets every address wait after a reload, for nothing tells where the last one went', async () => {
    await setUp().send();
    const { sends } = setUp();

    expect(sends.waitsFor).toBeUndefined();
    expect(sends.mayBeSentTo(other)).toBe(false);
  });

  it('counts while the message is still on its way', () => {
    const { sends, send } = setUp();
    void send(new Promise(() => undefined));

    expect(sends.mayBeSentTo(address)).toBe(false);
  });

  it('goes on counting after a reload, and after a fresh start', async () => {
    await setUp().sendOften(4);
    const { sends, sendOften } = setUp();
    expect(sends.nextSendAtMs).toBe(Date.now() + 120_000);
    await sendOften(1);

    expect(setUp().sends.nextSendAtMs).toBe(Date.now() + 3_600_000);
  });

  it.each<[SignInFailure, number]>([
    ['bad-address', 0],
    ['not-set-up', 0],
    ['offline', 0],
    ['message-not-sent', 0],
    ['too-many-messages', 0],
    ['tenant-error', now + 30_000],
    ['unreachable', now + 30_000],
  ])('counts only what may have left: after %s the next may go at %i', async (refusal, at) => {
    const { sends, send } = setUp();
    await send(Promise.reject(new SignInError(refusal)));

    expect(sends.nextSendAtMs).toBe(at);
    expect(setUp().sends.nextSendAtMs).toBe(at);
  });

  it('counts for each method apart', async () => {
    await setUp('email').sendOften(5);

    expect(setUp('other').sends.mayBeSentTo(address)).toBe(true);
  });
});
