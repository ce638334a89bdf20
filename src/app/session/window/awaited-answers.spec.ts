import { SharedChannel, useChannel } from '../testing/tab-channel';
import { AwaitedAnswers, type AwaitedBy } from './awaited-answers';

const url = 'http://localhost/link/callback?code=c&state=mine';

/** Two pages of one browser: the tab that has begun a sign-in, and where its answer arrives. */
function setUp() {
  const [tab, arrived] = [new AwaitedAnswers(), new AwaitedAnswers()];
  const stop = new AbortController();
  const taken = jest.fn();
  const wait = (state = 'mine', by: AwaitedBy = 'window'): Promise<string> => {
    const answer = tab.answerTo(state, { by, stopped: stop.signal });
    void answer.then(taken);

    return answer;
  };

  return { wait, taken, arrived, stop: () => stop.abort() };
}

/** What comes of handing over, however long it takes. */
async function inTime<Result>(handedOver: Promise<Result>): Promise<Result> {
  await jest.advanceTimersByTimeAsync(2_000);

  return handedOver;
}

beforeAll(() => useChannel(SharedChannel));
beforeEach(() => {
  SharedChannel.all.clear();
  jest.useFakeTimers();
});
afterEach(() => jest.useRealTimers());

describe('AwaitedAnswers', () => {
  it.each(['window', 'link'] as const)(
    'brings the answer from where it arrives to the tab that waits for a %s',
    async (by) => {
      const { wait, arrived } = setUp();
      const answer = wait('mine', by);

      await expect(arrived.handOver(url)).resolves.toBe(by);
      await expect(answer).resolves.toBe(url);
    },
  );

  it('says after two seconds that no tab waits for it', async () => {
    const { arrived } = setUp();
    const settled = jest.fn();
    void arrived.handOver(url).then(settled);

    await jest.advanceTimersByTimeAsync(1_999);
    expect(settled).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(settled).toHaveBeenCalledWith(undefined);
  });

  it('SEC-03: gives no answer to a tab that waits for another', async () => {
    const { wait, taken, arrived } = setUp();
    void wait('another');

    await expect(inTime(arrived.handOver(url))).resolves.toBeUndefined();
    expect(taken).not.toHaveBeenCalled();
  });

  it('brings each of two tabs its own', async () => {
    const [one, two] = [setUp(), setUp()];
    const answers = [one.wait('one'), two.wait('two')];
    await one.arrived.handOver('http://localhost/link/callback?code=c&state=two');
    await two.arrived.handOver('http://localhost/link/callback?code=c&state=one');

    await expect(Promise.all(answers)).resolves.toEqual([
      'http://localhost/link/callback?code=c&state=one',
      'http://localhost/link/callback?code=c&state=two',
    ]);
  });

  it('is not told by another sign-in’s answer that its own was taken', async () => {
    const { arrived } = setUp();
    const handedOver = arrived.handOver(url);
    new SharedChannel().postMessage({ kind: 'taken', state: 'another', by: 'window' });

    await expect(inTime(handedOver)).resolves.toBeUndefined();
  });

  it('REL-08: takes an answer once', async () => {
    const { wait, taken, arrived } = setUp();
    void wait();
    await arrived.handOver(url);

    await expect(inTime(arrived.handOver(url))).resolves.toBeUndefined();
    expect(taken).toHaveBeenCalledTimes(1);
  });

  it('SEC-52: tells whether a tab of this browser waits for a link, before it is followed', async () => {
    const { wait, arrived } = setUp();
    const answer = wait('mine', 'link');

    await expect(arrived.isAwaited('mine')).resolves.toBe(true);
    await expect(inTime(arrived.isAwaited('another'))).resolves.toBe(false);
    await arrived.handOver(url);
    await expect(answer).resolves.toBe(url);
  });

  it('hands nothing over where the address answers nothing', async () => {
    const { arrived } = setUp();
    const stranger = jest.fn();
    new SharedChannel().addEventListener('message', stranger);

    await expect(arrived.handOver('http://localhost/link/callback')).resolves.toBeUndefined();
    expect(stranger).not.toHaveBeenCalled();
  });

  it('takes nothing any more once it has stopped waiting', async () => {
    const { wait, taken, stop, arrived } = setUp();
    void wait();
    stop();

    await expect(inTime(arrived.handOver(url))).resolves.toBeUndefined();
    expect(taken).not.toHaveBeenCalled();
  });
});

describe('AwaitedAnswers: what is forged on the channel', () => {
  const forged = { kind: 'answer', state: 'mine' };

  it.each([
    null,
    'answer',
    { kind: 'answer' },
    forged,
    { ...forged, url: 7 },
    { ...forged, url: 'no address' },
    { ...forged, url: 'https://evil.example/link/callback?code=c&state=mine' },
    { ...forged, url: 'http://localhost/callback?code=c&state=mine' },
    { ...forged, url: 'http://localhost/link/callback?code=c' },
    { ...forged, url: 'http://localhost/link/callback?code=c&state=other' },
    { ...forged, url: 'http://localhost/link/callback?code=c&state=other&state=mine' },
    { ...forged, url: 'http://localhost/link/callback?code=c#state=mine' },
    { kind: 'answer', state: 'other', url },
    { kind: 'taken', state: 'mine', by: 'window' },
    { kind: 'other', state: 'mine', url },
  ])('SEC-22: is no answer, and the right one still counts: %j', async (data) => {
    const { wait, taken, arrived } = setUp();
    void wait();
    new SharedChannel().postMessage(data);
    await jest.advanceTimersByTimeAsync(0);
    expect(taken).not.toHaveBeenCalled();
    await arrived.handOver(url);

    expect(taken.mock.calls).toEqual([[url]]);
  });
});
