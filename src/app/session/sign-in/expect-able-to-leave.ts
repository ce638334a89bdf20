import type { SealedStore } from '../sealed/sealed-store';
import { tabStorage } from '../sealed/tab-storage';
import { isOffline } from './is-offline';
import { LeavingError } from './leaving-error';

/**
 * Throws {@link LeavingError} where a sign-in on the full page could not begin, or its answer could not be used. Called
 * before that, since the SDK reports such trouble in words that nobody can tell apart, or not at all.
 */
export async function expectAbleToLeave(store: SealedStore, tenant: string): Promise<void> {
  if (!hasCrypto()) throw new LeavingError('no-crypto');
  if (!tabStorage.works()) throw new LeavingError('storage-refused');
  await expectReachable(tenant);
  await expectReadable(store);
}

/** Throws {@link LeavingError} where the tenant is out of reach, and the browser would show its own error page. */
export async function expectReachable(tenant: string): Promise<void> {
  if (await isOffline(tenant)) throw new LeavingError('offline');
}

/** Throws {@link LeavingError} where this tab keeps something that the browser does not give back in time. */
export async function expectReadable(store: SealedStore): Promise<void> {
  if (store.names().length === 0) return;
  if ((await store.opening()) === 'silent') throw new LeavingError('storage-silent');
}

/** Whether there is Web Crypto: only pages of a secure origin have it, whatever the types say. */
const hasCrypto = (): boolean =>
  (globalThis.crypto as Partial<Crypto> | undefined)?.subtle !== undefined;
