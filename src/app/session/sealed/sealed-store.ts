import { tabStorage } from '../storage/tab-storage';
import { seal, unseal } from './seal';
import { sealingKey } from './sealing-key';

/**
 * Keeps values for this tab, across reloads and full-page sign-ins, with nothing readable at rest: they
 * are in memory, and encrypted in `sessionStorage`. Without storage or a key they are in memory alone.
 */
export class SealedStore {
  readonly #prefix: string;
  readonly #memory = new Map<string, unknown>();
  readonly #key = sealingKey();

  /** Stores with different prefixes know nothing of one another. */
  constructor(prefix = 'ligature.sealed.') {
    this.#prefix = prefix;
  }

  async set(name: string, value: unknown): Promise<void> {
    this.#memory.set(name, value);
    const key = await this.#key;
    if (key === undefined) return;

    const sealed = await seal(key, JSON.stringify(value));
    // It may have been removed or replaced while it was being sealed.
    if (this.#memory.get(name) !== value) return;
    tabStorage.write(this.#prefix + name, sealed);
  }

  async get(name: string): Promise<unknown> {
    if (this.#memory.has(name)) return this.#memory.get(name);

    const key = await this.#key;
    const sealed = tabStorage.read(this.#prefix + name);
    if (key === undefined || sealed === undefined) return undefined;
    const text = await unseal(key, sealed);

    return text === undefined ? undefined : JSON.parse(text);
  }

  /** Whether what is kept here is still here after a reload, or after the page was left and came back. */
  async outlivesThePage(): Promise<boolean> {
    return (await this.#key) !== undefined && tabStorage.works();
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
}
