import type { AccountReading, LinkPort } from './link-port';

/** Both accounts of a link, as they were read just now. */
export interface BothReadings {
  readonly kept: AccountReading;
  readonly absorbed: AccountReading;
}

/** Reads both accounts. Reads the kept one again where the absorbed one is gone: it may have joined it just now. */
export async function readBoth(port: LinkPort): Promise<BothReadings> {
  const [kept, absorbed] = await Promise.all([port.readKept(), port.readAbsorbed()]);
  const isGone = !absorbed.known && absorbed.code === 'not-found';

  return { kept: isGone ? await port.readKept() : kept, absorbed };
}
