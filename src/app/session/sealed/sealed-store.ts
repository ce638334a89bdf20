import { seal, unseal } from './seal';
import { sealingKey } from './sealing-key';
import { tabStorage } from './tab-storage';

/** How long the browser has to give the key; longer than it ever takes, and shorter than people wait. */
const timeLimitMs = 5_000;

/** Whether what is sealed can be read: `refused` for as long as this page lives, `silent` not yet. */
export type Opening = 'open' | 'refused' | 'silent';

/**
 * Keeps values for this tab, across reloads and full-page sign-ins, with nothing readable at rest: they
 * are in memory, and encrypted in `sessionStorage`. Without storage or a key they are in memory alone.
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

  /** Ends when the value is kept for good, or, where the browser gives no key in time, is in memory. */
  async set(name: string, value: unknown): Promise<void> {
    this.#memory.set(name, value);
    const written = this.#write(name, value);
    // What is late is written nevertheless, and never in place of what another key has sealed.
    if ((await this.opening()) === 'open') await written;
  }

  /** Waits for as long as the key takes: what is sealed is not to count as missing because it is late. */
  async get(name: string): Promise<unknown> {
    if (this.#memory.has(name)) return this.#memory.get(name);

    const sealed = tabStorage.read(this.#prefix + name);
    if (sealed === undefined) return undefined;
    const key = await this.#key;
    const text = key && (await unseal(key, sealed));

    return text === undefined ? undefined : JSON.parse(text);
  }

  /** Tells, within seconds, whether what is sealed can be read. */
  opening(): Promise<Opening> {
    return this.#opening;
  }

  /** Whether what is kept here is still here after a reload, or after the page was left and came back. */
  async outlivesThePage(): Promise<boolean> {
    return (await this.opening()) === 'open' && tabStorage.works();
  }

  remove(name: string): void {
    this.#memory.delete(name);
    tabStorage.remove(this.#prefix + name);
  }

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
