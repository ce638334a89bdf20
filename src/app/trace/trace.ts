import { computed, inject, Service, signal } from '@angular/core';

import type { KeptBatch } from './kept/kept-batch';
import { KeptTrace } from './kept/kept-trace';
import { RingBuffer } from './ring-buffer';
import { TRACE_IS_ON, TRACE_MEMORY, type TabMemory } from './trace-settings';
import type { FlowKind, TraceEntry, TraceFlow } from './trace-entry';
import type { TraceEvent } from './trace-event';
import { withoutSecrets } from './without-secrets';

/** How many events are shown; a link makes some thirty. */
export const traceCapacity = 10_000;

/** How many flows are kept to choose from. */
const flowCapacity = 500;

const nothing: KeptBatch = { entries: [], flows: [] };

/**
 * What has happened in this tab, over reloads and full-page sign-ins, until somebody signs out. It holds no
 * token, no code and no other secret.
 */
@Service()
export class Trace {
  readonly isOn = inject(TRACE_IS_ON);

  readonly #kept = keptIn(inject(TRACE_MEMORY));
  readonly #earlier = signal(nothing);
  readonly #entries = new RingBuffer<TraceEntry>(traceCapacity);
  readonly #flows = new RingBuffer<TraceFlow>(flowCapacity);
  readonly #changes = signal(0);
  #entryCount = this.#kept?.last.entry ?? 0;
  #flowCount = this.#kept?.last.flow ?? 0;
  #goesOn = new Set<FlowKind>();
  #comesBackFor: readonly FlowKind[] = [];
  #hasEnded = false;

  /** Oldest first. Made when it is read, so that recording costs nothing of it. */
  readonly entries = computed(() =>
    [...this.#earlier().entries, ...this.#now(this.#entries)].slice(-traceCapacity),
  );
  readonly flows = computed(() =>
    [...this.#earlier().flows, ...this.#now(this.#flows)].slice(-flowCapacity),
  );

  constructor() {
    void this.#restore();
  }

  /** This page comes back to what the page before has begun: for these kinds that flow goes on. */
  goOnWith(kinds: readonly FlowKind[]): void {
    this.#comesBackFor = kinds;
    if (this.#flowCount > 0) this.#goesOn = new Set(kinds);
  }

  /** Whether this page is one that such a flow comes back to, whether or not its beginning is known. */
  comesBackFor(kind: FlowKind): boolean {
    return this.#comesBackFor.includes(kind);
  }

  /** From here on events belong to a new flow: this page does one thing at a time. */
  begin(kind: FlowKind): void {
    if (!this.isOn || this.#goesOn.delete(kind)) return;
    this.#flowCount += 1;
    const flow = { id: this.#flowCount, kind, atMs: Date.now() };
    this.#flows.add(flow);
    this.#kept?.begin(flow);
  }

  /** Takes a function, so that an event which nobody wants is never made. */
  record(event: () => TraceEvent): void {
    if (!this.isOn || this.#hasEnded) return;
    this.#entryCount += 1;
    const entry = {
      id: this.#entryCount,
      atMs: Date.now(),
      flow: this.#flowCount || undefined,
      event: withoutSecrets(event()),
    };
    this.#entries.add(entry);
    this.#kept?.add(entry);
    this.#changes.update((count) => count + 1);
  }

  /** Forgets what is known so far. */
  clear(): void {
    this.#entries.clear();
    this.#flows.clear();
    this.#kept?.clear();
    this.#earlier.set(nothing);
    this.#changes.update((count) => count + 1);
  }

  /** Forgets everything, and takes in nothing more: the person has left, and so does the page. */
  end(): void {
    this.#hasEnded = true;
    this.clear();
  }

  async #restore(): Promise<void> {
    if (this.#kept !== undefined) this.#earlier.set(await this.#kept.read());
  }

  #now<Item>(items: RingBuffer<Item>): readonly Item[] {
    this.#changes();

    return items.toArray();
  }
}

const keptIn = (memory: TabMemory | undefined): KeptTrace | undefined =>
  memory && new KeptTrace(memory);
