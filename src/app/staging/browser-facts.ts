import { addressOf } from '../session/callback-url';
import { PatientWindow } from '../session/window/patient-window';
import { sealingKey } from '../session/sealed/sealing-key';
import { tabStorage } from '../session/storage/tab-storage';
import type { BrowserFacts, WindowTried } from './checks/check';

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

/** A browser opens windows during a click alone, and says whether there is one. */
export function tryWindow(): WindowTried {
  if (!navigator.userActivation.isActive) return 'notInAClick';
  const opened = PatientWindow.open();
  opened?.close();

  return opened === undefined ? 'blocked' : 'opened';
}
