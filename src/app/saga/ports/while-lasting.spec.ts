import { whileLasting } from './while-lasting';

/** A step that lasts so long, in milliseconds. */
const lasting = (milliseconds: number): Promise<string> =>
  new Promise((resolve) => setTimeout(() => resolve('done'), milliseconds));

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('whileLasting', () => {
  it.each([
    [999, 0],
    [1500, 1],
    [3500, 3],
  ])('of a step of %s ms, acts once for each second of it: %s', async (length, times) => {
    const act = jest.fn(() => Promise.resolve());
    const ended = whileLasting(lasting(length), 1000, act);
    await jest.advanceTimersByTimeAsync(10_000);

    await expect(ended).resolves.toBe('done');
    expect(act).toHaveBeenCalledTimes(times);
  });

  it('ends after what it has begun, so that nothing comes after the end', async () => {
    const order: string[] = [];
    const act = async (): Promise<void> => {
      await lasting(5000);
      order.push('acted');
    };
    const ended = whileLasting(lasting(1500), 1000, act).then(() => order.push('ended'));
    await jest.advanceTimersByTimeAsync(10_000);
    await ended;

    expect(order).toEqual(['acted', 'ended']);
  });
});
