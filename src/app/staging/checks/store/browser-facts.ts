import { sealingKey } from '../../../session/sealed/sealing-key';
import { tabStorage } from '../../../session/sealed/tab-storage';
import { addressOf } from '../../../session/sign-in/callback-url';
import type { BrowserFacts } from '../rules/check';

export async function browserFacts(): Promise<BrowserFacts> {
  return {
    isSecure: window.isSecureContext,
    hasCrypto: typeof crypto.subtle === 'object',
    storageWorks: tabStorage.works(),
    sealingWorks: (await sealingKey()) !== undefined,
  };
}

/** The headers that this page comes with, as they are now. */
export async function pageHeaders(): Promise<ReadonlyMap<string, string>> {
  const { headers } = await fetch(addressOf('/'), { cache: 'no-store' });

  return new Map(headers);
}
