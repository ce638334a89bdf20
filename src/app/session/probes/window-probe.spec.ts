import { TestBed } from '@angular/core/testing';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { openedWindow } from '../testing/opened-window';
import { SharedChannel, useChannel } from '../testing/tab-channel';
import { WindowProbe } from './window-probe';

const tenant = { origin: 'https://acme.example', clientId: 'client' };

/** `isActive`: whether this is a click. */
function setUp({ isActive = true }: { isActive?: boolean } = {}) {
  Object.defineProperty(navigator, 'userActivation', { value: { isActive }, configurable: true });
  TestBed.configureTestingModule({
    providers: [{ provide: LIGATURE_CONFIG, useValue: { tenant } }],
  });
  const opened = openedWindow();

  return {
    ...opened,
    probe: TestBed.inject(WindowProbe),
    asked: () => new URL(opened.sentTo() ?? '').searchParams,
  };
}

beforeAll(() => useChannel(SharedChannel));
beforeEach(() => {
  SharedChannel.all.clear();
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('WindowProbe', () => {
  it.each(['error=login_required', 'error=unauthorized_client', 'code=c'])(
    'takes any answer for a proof of the way: %s',
    async (answer) => {
      const { probe, asked, comesBack, popup } = setUp();
      const tried = probe.tryWindow();
      comesBack(asked().get('state') ?? '', answer);

      await expect(tried).resolves.toBe('arrived');
      expect(popup.close).toHaveBeenCalled();
    },
  );

  it('asks what signs nobody in, and comes back to where windows do', () => {
    const { probe, asked } = setUp();
    void probe.tryWindow();

    expect(Object.fromEntries(asked())).toMatchObject({
      prompt: 'none',
      max_age: '0',
      redirect_uri: 'http://localhost/link/callback',
    });
    expect(asked().has('response_mode')).toBe(false);
  });

  it('says that no answer came, when none does in time', async () => {
    const { probe, comesBack } = setUp();
    const tried = probe.tryWindow();
    comesBack('another');
    await jest.advanceTimersByTimeAsync(15_000);

    await expect(tried).resolves.toBe('lost');
  });

  it('says that the browser blocks windows', async () => {
    const { probe, open } = setUp();
    open.mockReturnValue(null);

    await expect(probe.tryWindow()).resolves.toBe('blocked');
  });

  it('opens nothing where nobody has clicked', async () => {
    const { probe, open } = setUp({ isActive: false });

    await expect(probe.tryWindow()).resolves.toBe('notInAClick');
    expect(open).not.toHaveBeenCalled();
  });
});
