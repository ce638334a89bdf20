import { TestBed } from '@angular/core/testing';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import { Offline } from './offline';

async function setUp({
  online,
  tenantAnswers = false,
}: {
  online: boolean;
  tenantAnswers?: boolean;
}) {
  const onLine = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(online);
  const ask = jest.fn(() => (tenantAnswers ? Promise.resolve() : Promise.reject(new TypeError())));
  Object.assign(globalThis, { fetch: ask });
  Object.assign(AbortSignal, { timeout: () => new AbortController().signal });
  const tenant = { origin: 'https://acme.example' };
  TestBed.configureTestingModule({
    providers: [{ provide: LIGATURE_CONFIG, useValue: { tenant } }],
  });
  const offline = TestBed.inject(Offline);
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  await settled();

  return {
    ask,
    isNow: offline.isNow,
    turns: async (isOnline: boolean): Promise<void> => {
      onLine.mockReturnValue(isOnline);
      window.dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
      await settled();
    },
  };
}

afterEach(() => jest.restoreAllMocks());

describe('Offline', () => {
  it('is not online, and asks nobody there', async () => {
    const { isNow, ask } = await setUp({ online: true });

    expect(isNow()).toBe(false);
    expect(ask).not.toHaveBeenCalled();
  });

  it('is so from the beginning, where the device is', async () => {
    expect((await setUp({ online: false })).isNow()).toBe(true);
  });

  it('comes and goes by itself', async () => {
    const { isNow, turns } = await setUp({ online: true });
    await turns(false);
    expect(isNow()).toBe(true);
    await turns(true);

    expect(isNow()).toBe(false);
  });

  it('is not so where the tenant answers a device that calls itself offline', async () => {
    const { isNow, ask } = await setUp({ online: false, tenantAnswers: true });

    expect(ask).toHaveBeenCalledTimes(1);
    expect(isNow()).toBe(false);
  });
});
