import { parseBatch, type KeptBatch } from './kept-batch';
import type { TabMemory } from '../trace-settings';
import type { TraceEntry, TraceFlow } from '../trace-entry';

/** How many events are kept for the page that comes after; a link makes some thirty. */
export const keptCapacity = 1000;

/** The last event and the last flow of a batch, which are its name: so a page can count on without having read it. */
interface Count {
  readonly entry: number;
  readonly flow: number;
}

/**
 * The part of a trace that outlives its page. Batches are written one after the other and never changed, so that
 * one more event costs the same however many there are.
 */
export class KeptTrace {
  readonly #memory: TabMemory;
  #counts: readonly Count[];
  #entries: TraceEntry[] = [];
  #flows: TraceFlow[] = [];
  #isWriting = false;

  constructor(memory: TabMemory) {
    this.#memory = memory;
    this.#counts = memory
      .names()
      .flatMap(countIn)
      .sort((one, other) => one.entry - other.entry);
  }

  /** How far the page before has counted. */
  get last(): Count {
    return this.#counts.at(-1) ?? { entry: 0, flow: 0 };
  }

  /** What earlier pages have kept, oldest first. */
  async read(): Promise<KeptBatch> {
    const read = await Promise.all(
      this.#counts.map(async (count) => ({
        count,
        batch: parseBatch(await this.#memory.get(nameOf(count))),
      })),
    );
    // It may have been cleared while it was being read.
    const batches = read.filter(({ count }) => this.#counts.includes(count));

    return {
      entries: batches.flatMap(({ batch }) => batch.entries),
      flows: batches.flatMap(({ batch }) => batch.flows),
    };
  }

  begin(flow: TraceFlow): void {
    this.#flows.push(flow);
  }

  add(entry: TraceEntry): void {
    this.#entries.push(entry);
    if (!this.#isWriting) void this.#write();
  }

  clear(): void {
    this.#entries = [];
    this.#flows = [];
    this.#drop(() => true);
  }

  /** Whatever comes while a batch is being written is in the next one. */
  async #write(): Promise<void> {
    this.#isWriting = true;
    while (this.#entries.length > 0) await this.#writeBatch();
    this.#isWriting = false;
  }

  async #writeBatch(): Promise<void> {
    const batch: KeptBatch = { entries: this.#entries.slice(-keptCapacity), flows: this.#flows };
    const last = batch.entries.at(-1);
    [this.#entries, this.#flows] = [[], []];
    const count = { entry: last?.id ?? 0, flow: last?.flow ?? 0 };
    this.#drop(({ entry }) => entry <= count.entry - keptCapacity);
    this.#counts = [...this.#counts, count];
    try {
      await this.#memory.set(nameOf(count), batch);
    } catch {
      // What cannot be kept ends with the page, as every trace does where a browser keeps nothing.
    }
  }

  #drop(isDropped: (count: Count) => boolean): void {
    for (const count of this.#counts.filter(isDropped)) this.#memory.remove(nameOf(count));
    this.#counts = this.#counts.filter((count) => !isDropped(count));
  }
}

const nameOf = ({ entry, flow }: Count): string => `${entry}.${flow}`;

function countIn(name: string): readonly Count[] {
  const [, entry, flow] = /^(\d+)\.(\d+)$/.exec(name) ?? [];

  return entry === undefined ? [] : [{ entry: Number(entry), flow: Number(flow) }];
}
