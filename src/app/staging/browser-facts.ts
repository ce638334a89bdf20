import { addressOf } from '../session/callback-url';
import { sealingKey } from '../session/sealed/sealing-key';
import { tabStorage } from '../session/storage/tab-storage';
import type { BrowserFacts } from './checks/check';

export async function browserFacts(): Promise<BrowserFacts> {
  return {
    isSecure: window.isSecureContext,
    hasCrypto: 'subtle' in crypto,
    storageWorks: tabStorage.works(),
    sealingWorks: (await sealingKey()) !== undefined,
  };
}

/** The headers that this page comes with, as they are now. */
export async function pageHeaders(): Promise<ReadonlyMap<string, string>> {
  const { headers } = await fetch(addressOf('/'), { cache: 'no-store' });

  return new Map(headers);
}
