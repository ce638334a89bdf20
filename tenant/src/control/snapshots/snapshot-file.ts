import { readFileSync, renameSync, writeFileSync } from 'node:fs';

import { SeedError } from '../../protocol/json-reader.ts';
import { deepestSnapshot, parseJson } from '../../protocol/json.ts';
import { StartError } from '../../seed/start-error.ts';
import type { Moment, TenantState } from '../../state/tenant-state.ts';
import { restoreSnapshot, takeSnapshot } from './snapshot.ts';

const quietMs = 1000;
/** Whatever kept a snapshot from its file may be gone by then. */
const retryDelayMs = 5000;

/** Starts a tenant from the snapshot in a file. */
export async function importSnapshot(file: string, moment: Moment): Promise<void> {
  try {
    await restoreSnapshot(parseJson(readFileSync(file, 'utf8'), deepestSnapshot), moment);
  } catch (error) {
    if (error instanceof SeedError) throw new StartError(`${file}: ${error.message}.`);
    throw new StartError(`${file} cannot be read.`, { cause: error });
  }
}

/** Keeps a snapshot in a file: written when the tenant has been quiet for a second, and at its end. */
export class SnapshotFile {
  readonly #file: string;
  readonly #state: TenantState;
  readonly #nowMs: () => number;
  #timer: NodeJS.Timeout | undefined;
  #written = '';
  #isOver = false;

  constructor(file: string, state: TenantState, nowMs: () => number) {
    this.#file = file;
    this.#state = state;
    this.#nowMs = nowMs;
  }

  /** Something may have changed. */
  touch(): void {
    this.#writeIn(quietMs);
  }

  /**
   * Writes at once, if there is anything new. A reader sees the old file or the new one, whole. That
   * it cannot be written is a warning, for the tenant is there all the same; the result says it.
   */
  async write(): Promise<boolean> {
    clearTimeout(this.#timer);
    try {
      await this.#write();

      return true;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      console.warn(`The snapshot cannot be written to ${this.#file}: ${reason}`);

      return false;
    }
  }

  /** Writes what is new, and nothing after it. */
  async close(): Promise<void> {
    this.#isOver = true;
    await this.write();
  }

  #writeIn(delayMs: number): void {
    clearTimeout(this.#timer);
    if (this.#isOver) return;
    this.#timer = setTimeout(() => void this.#keep(), delayMs);
    this.#timer.unref();
  }

  async #keep(): Promise<void> {
    if (!(await this.write())) this.#writeIn(retryDelayMs);
  }

  async #write(): Promise<void> {
    const { takenAt, ...content } = await takeSnapshot({
      state: this.#state,
      nowMs: this.#nowMs(),
    });
    const text = JSON.stringify(content);
    if (text === this.#written) return;
    const next = `${this.#file}.next`;
    // The file holds keys and passwords, made up as they are.
    writeFileSync(next, `${JSON.stringify({ takenAt, ...content }, null, 2)}\n`, { mode: 0o600 });
    renameSync(next, this.#file);
    this.#written = text;
  }
}
