interface Entry<Value> {
  readonly value: Value;
  readonly expiresAtMs: number;
}

interface LiveEntry<Value> extends Entry<Value> {
  readonly key: string;
}

/** When an entry is put, and when it ends. */
interface Lifespan {
  readonly nowMs: number;
  readonly expiresAtMs: number;
}

/** Makes the time of an entry: from now on, and for so long. */
export function lasting(lifetimeMs: number, nowMs: number): Lifespan {
  return { nowMs, expiresAtMs: nowMs + lifetimeMs };
}

/** A map whose entries end by the tenant's clock. Times are milliseconds since the epoch. */
export class ExpiringMap<Value> {
  readonly #entries = new Map<string, Entry<Value>>();

  /** Gives a value that has not ended. */
  get(key: string, nowMs: number): Value | undefined {
    const entry = this.#entries.get(key);

    return entry !== undefined && nowMs < entry.expiresAtMs ? entry.value : undefined;
  }

  /** Puts a value in, which ends by itself. */
  set(key: string, value: Value, { nowMs, expiresAtMs }: Lifespan): void {
    this.#forgetOldest(nowMs);
    // Deleted first, so that a renewed entry moves behind those that end before it.
    this.#entries.delete(key);
    this.#entries.set(key, { value, expiresAtMs });
  }

  /** Tells when an entry ends or ended. */
  expiryMs(key: string): number | undefined {
    return this.#entries.get(key)?.expiresAtMs;
  }

  /** Lists the entries that have not ended, oldest first. */
  live(nowMs: number): readonly LiveEntry<Value>[] {
    return [...this.#entries]
      .filter(([, { expiresAtMs }]) => nowMs < expiresAtMs)
      .map(([key, entry]) => ({ key, ...entry }));
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  /** Takes out all values that match. */
  deleteWhere(matches: (value: Value) => boolean): void {
    for (const [key, { value }] of this.#entries) {
      if (matches(value)) this.#entries.delete(key);
    }
  }

  clear(): void {
    this.#entries.clear();
  }

  #forgetOldest(nowMs: number): void {
    for (const [key, { expiresAtMs }] of this.#entries) {
      if (nowMs < expiresAtMs) return;
      this.#entries.delete(key);
    }
  }
}
