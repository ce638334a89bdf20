interface Entry<Value> {
  readonly value: Value;
  readonly expiresAt: number;
}

interface LiveEntry<Value> extends Entry<Value> {
  readonly key: string;
}

/** When an entry is put, and when it ends. */
interface Lifespan {
  readonly now: number;
  readonly expiresAt: number;
}

/** A map whose entries end by the tenant's clock. Times are milliseconds since the epoch. */
export class ExpiringMap<Value> {
  readonly #entries = new Map<string, Entry<Value>>();

  get(key: string, now: number): Value | undefined {
    const entry = this.#entries.get(key);

    return entry !== undefined && now < entry.expiresAt ? entry.value : undefined;
  }

  set(key: string, value: Value, { now, expiresAt }: Lifespan): void {
    this.#forgetOldest(now);
    // Deleted first, so that a renewed entry moves behind those that end before it.
    this.#entries.delete(key);
    this.#entries.set(key, { value, expiresAt });
  }

  /** When an entry ends or ended. */
  expiryOf(key: string): number | undefined {
    return this.#entries.get(key)?.expiresAt;
  }

  /** The entries that have not ended, oldest first. */
  live(now: number): readonly LiveEntry<Value>[] {
    return [...this.#entries]
      .filter(([, { expiresAt }]) => now < expiresAt)
      .map(([key, entry]) => ({ key, ...entry }));
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  deleteWhere(matches: (value: Value) => boolean): void {
    for (const [key, { value }] of this.#entries) {
      if (matches(value)) this.#entries.delete(key);
    }
  }

  clear(): void {
    this.#entries.clear();
  }

  #forgetOldest(now: number): void {
    for (const [key, { expiresAt }] of this.#entries) {
      if (now < expiresAt) return;
      this.#entries.delete(key);
    }
  }
}
