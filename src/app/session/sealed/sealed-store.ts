import { sealingKey } from './sealing-key';
import { tabStorage } from './tab-storage';

const ivLength = 12;

/** How long the browser has to give the key, in milliseconds: longer than it ever takes, shorter than people wait. */
const timeLimitMs = 5_000;

/** Whether what is sealed can be read: `refused`, not while this page lives; `silent`, that is not known yet. */
export type Opening = 'open' | 'refused' | 'silent';

/**
 * Keeps values for this tab, across reloads and full-page sign-ins: in memory, and encrypted in `sessionStorage`, so
 * that nothing readable lies there. Without storage or a key they are in memory alone.
 */
export class SealedStore {
  readonly #prefix: string;
  readonly #memory = new Map<string, unknown>();
  readonly #key = sealingKey();
  readonly #opening = openingOf(this.#key);

  /** Stores with different prefixes know nothing of one another. */
  constructor(prefix = 'ligature.sealed.') {
    this.#prefix = prefix;
  }

  /** Keeps a value under a name. Ends when it is sealed or, where the browser gives no key in time, in memory. */
  async set(name: string, value: unknown): Promise<void> {
    this.#memory.set(name, value);
    const written = this.#write(name, value);
    // What is late is written nevertheless, and never in place of what another key has sealed.
    if ((await this.opening()) === 'open') await written;
  }

  /** Reads a value; `undefined` where there is none. Waits as long as the key takes: what is late is not missing. */
  async get(name: string): Promise<unknown> {
    if (this.#memory.has(name)) return this.#memory.get(name);

    const sealed = tabStorage.read(this.#prefix + name);
    if (sealed === undefined) return undefined;
    const key = await this.#key;
    const text = key && (await unseal(key, sealed));

    return text === undefined ? undefined : JSON.parse(text);
  }

  /** Tells whether what is sealed can be read, within seconds. */
  opening(): Promise<Opening> {
    return this.#opening;
  }

  /** Whether what is kept here is still here after a reload, or after the page was left and came back. */
  async outlivesThePage(): Promise<boolean> {
    return (await this.opening()) === 'open' && tabStorage.works();
  }

  /** Removes a value, in memory and in the tab. */
  remove(name: string): void {
    this.#memory.delete(name);
    tabStorage.remove(this.#prefix + name);
  }

  /** Lists the names under which values are kept. */
  names(): string[] {
    const stored = tabStorage.names().filter((name) => name.startsWith(this.#prefix));

    return [
      ...new Set([...this.#memory.keys(), ...stored.map((n) => n.slice(this.#prefix.length))]),
    ];
  }

  async #write(name: string, value: unknown): Promise<void> {
    const key = await this.#key;
    // It may have been removed or replaced meanwhile.
    if (key === undefined || this.#memory.get(name) !== value) return;
    const sealed = await seal(key, JSON.stringify(value));
    if (this.#memory.get(name) !== value) return;
    tabStorage.write(this.#prefix + name, sealed);
  }
}

async function openingOf(key: Promise<CryptoKey | undefined>): Promise<Opening> {
  const silent = new Promise<Opening>((resolve) => setTimeout(resolve, timeLimitMs, 'silent'));

  return Promise.race([key.then((found): Opening => (found ? 'open' : 'refused')), silent]);
}

/** Encrypts a text with AES-GCM under a fresh random IV, as base64 of IV and ciphertext. */
async function seal(key: CryptoKey, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(ivLength));
  const cipher = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    key,
    new TextEncoder().encode(text),
  );

  return base64Of(new Uint8Array([...iv, ...new Uint8Array(cipher)]));
}

/** Decrypts what {@link seal} has made; `undefined` when the text was sealed with another key or is damaged. */
async function unseal(key: CryptoKey, sealed: string): Promise<string | undefined> {
  // Decryption fails by throwing, and a wrong key cannot be told beforehand.
  try {
    const bytes = Uint8Array.from(atob(sealed), (char) => char.charCodeAt(0));
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: bytes.subarray(0, ivLength) },
      key,
      bytes.subarray(ivLength),
    );

    return new TextDecoder().decode(plain);
  } catch {
    return undefined;
  }
}

const base64Of = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
