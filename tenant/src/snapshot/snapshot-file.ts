import { readFileSync, renameSync, writeFileSync } from 'node:fs';

import { parseJson } from '../protocol/json.ts';
import { StartError } from '../start-error.ts';
import { SeedError } from '../state/checked.ts';
import type { TenantState } from '../state/tenant-state.ts';
import { restoreSnapshot, takeSnapshot } from './snapshot.ts';

const quiet = 1000;

/** Starts a tenant from the snapshot in a file. */
export async function importSnapshot(file: string, state: TenantState, now: number): Promise<void> {
  try {
    await restoreSnapshot(parseJson(readFileSync(file, 'utf8')), state, now);
  } catch (error) {
    if (error instanceof SeedError) throw new StartError(`${file}: ${error.message}.`);
    throw new StartError(`${file} cannot be read.`, { cause: error });
  }
}

/** Keeps a snapshot in a file: written when the tenant has been quiet for a second, and at its end. */
export class SnapshotFile {
  readonly #file: string;
  readonly #state: TenantState;
  readonly #now: () => number;
  #timer: NodeJS.Timeout | undefined;
  #written = '';

  constructor(file: string, state: TenantState, now: () => number) {
    this.#file = file;
    this.#state = state;
    this.#now = now;
  }

  /** Something may have changed. */
  touch(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.write(), quiet);
    this.#timer.unref();
  }

  /** Writes at once, if there is anything new. A reader sees the old file or the new one, whole. */
  async write(): Promise<void> {
    clearTimeout(this.#timer);
    const { takenAt, ...content } = await takeSnapshot(this.#state, this.#now());
    const text = JSON.stringify(content);
    if (text === this.#written) return;
    this.#written = text;
    const next = `${this.#file}.next`;
    // The file holds keys and passwords, made up as they are.
    writeFileSync(next, `${JSON.stringify({ takenAt, ...content }, null, 2)}\n`, { mode: 0o600 });
    renameSync(next, this.#file);
  }
}
