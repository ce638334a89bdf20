import type { AccountReading, LinkPort } from './link-port';

/** Both accounts, as they were read side by side just now. */
export interface BothReadings {
  readonly kept: AccountReading;
  readonly absorbed: AccountReading;
}

/** Reads both accounts side by side. One that is gone may have joined the other just now, so that is asked again. */
export async function readBoth(port: LinkPort): Promise<BothReadings> {
  const [kept, absorbed] = await Promise.all([port.readKept(), port.readAbsorbed()]);
  const isGone = !absorbed.known && absorbed.code === 'not-found';

  return { kept: isGone ? await port.readKept() : kept, absorbed };
}
