import type { AccountReading, LinkPort } from './link-port';

/** Both accounts, as they were read side by side just now. */
export interface BothReadings {
  readonly kept: AccountReading;
  readonly joining: AccountReading;
}

/** Reads both accounts side by side. One that is gone may have joined the other just now, so that is asked again. */
export async function readBoth(port: LinkPort): Promise<BothReadings> {
  const [kept, joining] = await Promise.all([port.readPrimary(), port.readSecondary()]);
  const isGone = !joining.known && joining.code === 'not-found';

  return { kept: isGone ? await port.readPrimary() : kept, joining };
}
