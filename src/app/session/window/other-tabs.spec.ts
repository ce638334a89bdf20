import { TestBed } from '@angular/core/testing';
import { BroadcastChannel as NodeChannel } from 'node:worker_threads';

import { useChannel } from '../testing/tab-channel';
import { OtherTabs } from './other-tabs';

const channels: NodeChannel[] = [];

class TestChannel extends NodeChannel {
  constructor(name: string) {
    super(name);
    channels.push(this);
  }
}

function setUp() {
  const tab = TestBed.inject(OtherTabs);
  const other = TestBed.runInInjectionContext(() => new OtherTabs());
  const stranger = new TestChannel('ligature.session');

  /** Every digest that this tab hears of, up to one that is said at the very end. */
  const heard = new Promise<string[]>((resolve) => {
    const digests: string[] = [];
    tab.whenSignedOut((digest) => {
      if (digest === 'the end') resolve(digests);
      else digests.push(digest);
    });
  });

  return {
    tab,
    other,
    say: (message: unknown) => {
      stranger.postMessage(message);
    },
    heard: () => {
      stranger.postMessage({ kind: 'signed-out', digest: 'the end' });

      return heard;
    },
  };
}

beforeAll(() => useChannel(TestChannel));

afterEach(() => {
  for (const channel of channels.splice(0)) channel.close();
});

describe('OtherTabs', () => {
  it('tells every other tab who has signed out, by digest', async () => {
    const { other, heard } = setUp();
    other.announceSignOut('digest-of-ada');

    await expect(heard()).resolves.toEqual(['digest-of-ada']);
  });

  it('does not hear itself', async () => {
    const { tab, heard } = setUp();
    tab.announceSignOut('digest-of-ada');

    await expect(heard()).resolves.toEqual([]);
  });

  it.each([
    undefined,
    null,
    'signed-out',
    { kind: 'signed-in', digest: 'digest-of-ada' },
    { kind: 'signed-out' },
    { kind: 'signed-out', digest: 7 },
    { digest: 'digest-of-ada' },
  ])('takes nothing else for a sign-out: %j', async (message) => {
    const { say, heard } = setUp();
    say(message);

    await expect(heard()).resolves.toEqual([]);
  });
});
