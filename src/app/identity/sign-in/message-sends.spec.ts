import { mostSends, nextSendAtMs, noSends, restMs, sentOnceMore } from './message-sends';

const now = Date.UTC(2027, 0, 15, 8);

/** What is known after so many messages, the last of them just now. */
const setUp = (times: number) =>
  Array.from({ length: times }).reduce<typeof noSends>(
    (sends) => sentOnceMore(sends, now),
    noSends,
  );

describe('the messages that may be asked for', () => {
  it.each([
    [1, 30],
    [2, 60],
    [3, 120],
    [4, 120],
  ])('SEC-49: after %d, the next one in %d seconds', (times, seconds) => {
    expect(nextSendAtMs(setUp(times))).toBe(now + seconds * 1000);
  });

  it('begin at once', () => {
    expect(nextSendAtMs(noSends)).toBeLessThanOrEqual(now);
  });

  it.each([mostSends, mostSends + 1])('SEC-49: rest for an hour after %d', (times) => {
    expect(nextSendAtMs(setUp(times))).toBe(now + 3_600_000);
  });

  it('are counted anew after the rest', () => {
    const rested = sentOnceMore(setUp(mostSends), now + restMs);

    expect(rested).toEqual({ count: 1, lastAtMs: now + restMs });
  });
});
