import { get, update } from 'idb-keyval';

const keyName = 'ligature.sealing-key';

/**
 * Gets the key that seals what this browser keeps of a session, or makes it: AES-GCM, in IndexedDB, and not even a
 * script of this origin can read it out. A browser may be slow to answer, or never do.
 *
 * @returns `undefined` where the browser has no Web Crypto or no IndexedDB, as in some private windows.
 */
export async function sealingKey(): Promise<CryptoKey | undefined> {
  // A browser may offer IndexedDB and still refuse to open it; only trying tells.
  try {
    return (await get<CryptoKey>(keyName)) ?? (await agreedKey());
  } catch {
    return undefined;
  }
}

/** Makes the key, once: WebKit may hold a write back for as long as a page that is gone has not let go. */
async function agreedKey(): Promise<CryptoKey | undefined> {
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  // `update` is one transaction, so two tabs that start at once agree on one key.
  await update<CryptoKey>(keyName, (stored) => stored ?? fresh);

  return get<CryptoKey>(keyName);
}
