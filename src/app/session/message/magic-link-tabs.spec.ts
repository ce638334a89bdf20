import { SharedChannel, useChannel } from '../tab-channel.model';
import { MagicLinkTabs } from './magic-link-tabs';

const url = 'https://ligature.example/link/callback?code=c&state=mine';

const setUp = () => ({ sender: new MagicLinkTabs(), opened: new MagicLinkTabs() });

beforeAll(() => useChannel(SharedChannel));
beforeEach(() => {
  SharedChannel.all.clear();
  jest.useFakeTimers();
});
afterEach(() => jest.useRealTimers());

const waiting = new AbortController().signal;

describe('MagicLinkTabs', () => {
  it('brings the answer from the tab that the link opened to the one that had it sent', async () => {
    const { sender, opened } = setUp();
    const answer = sender.answerTo('mine', waiting);

    await expect(opened.handOver(url)).resolves.toBe(true);
    await expect(answer).resolves.toBe(url);
  });

  it('tells the opened tab after two seconds that no tab waits for it', async () => {
    const { opened } = setUp();
    const isTaken = opened.handOver(url);
    const settled = jest.fn();
    void isTaken.then(settled);

    await jest.advanceTimersByTimeAsync(1_999);
    expect(settled).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(settled).toHaveBeenCalledWith(false);
  });

  it('SEC-03: gives no answer to a tab that waits for another', async () => {
    const { sender, opened } = setUp();
    const taken = jest.fn();
    void sender.answerTo('another', waiting).then(taken);
    const isTaken = opened.handOver(url);
    await jest.advanceTimersByTimeAsync(2_000);

    await expect(isTaken).resolves.toBe(false);
    expect(taken).not.toHaveBeenCalled();
  });

  it('is not told by another link’s answer that its own was taken', async () => {
    const { opened } = setUp();
    const isTaken = opened.handOver(url);
    new SharedChannel().postMessage({ kind: 'taken', state: 'another' });
    await jest.advanceTimersByTimeAsync(2_000);

    await expect(isTaken).resolves.toBe(false);
  });

  it('takes an answer once', async () => {
    const { sender, opened } = setUp();
    void sender.answerTo('mine', waiting);
    await opened.handOver(url);
    const again = opened.handOver(url);
    await jest.advanceTimersByTimeAsync(2_000);

    await expect(again).resolves.toBe(false);
  });

  it('SEC-52: tells whether a tab of this browser waits for a link, before it is followed', async () => {
    const { sender, opened } = setUp();
    void sender.answerTo('mine', waiting);

    await expect(opened.isAwaited('mine')).resolves.toBe(true);
    const another = opened.isAwaited('another');
    await jest.advanceTimersByTimeAsync(2_000);
    await expect(another).resolves.toBe(false);
  });

  it('goes on waiting after it was asked whether it does', async () => {
    const { sender, opened } = setUp();
    const answer = sender.answerTo('mine', waiting);
    await opened.isAwaited('mine');
    await opened.handOver(url);

    await expect(answer).resolves.toBe(url);
  });

  it('hands nothing over where the address answers nothing', async () => {
    const { opened } = setUp();
    const stranger = jest.fn();
    new SharedChannel().addEventListener('message', stranger);

    await expect(opened.handOver('https://ligature.example/link/callback')).resolves.toBe(false);
    expect(stranger).not.toHaveBeenCalled();
  });

  it.each([
    null,
    'answer',
    { kind: 'answer' },
    { kind: 'answer', state: 'mine' },
    { kind: 'answer', state: 'mine', url: 7 },
    { kind: 'taken', state: 'mine' },
    { kind: 'other', state: 'mine', url },
  ])('goes on waiting when what it hears is no answer: %j', async (data) => {
    const { sender } = setUp();
    const taken = jest.fn();
    void sender.answerTo('mine', waiting).then(taken);
    new SharedChannel().postMessage(data);
    await jest.advanceTimersByTimeAsync(0);

    expect(taken).not.toHaveBeenCalled();
  });

  it('takes nothing any more once it has stopped waiting', async () => {
    const stop = new AbortController();
    const taken = jest.fn();
    void new MagicLinkTabs().answerTo('mine', stop.signal).then(taken);
    stop.abort();
    const handedOver = new MagicLinkTabs().handOver('http://localhost/link/callback?state=mine');
    await jest.advanceTimersByTimeAsync(2000);

    await expect(handedOver).resolves.toBe(false);
    expect(taken).not.toHaveBeenCalled();
  });
});
