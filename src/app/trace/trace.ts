import { computed, inject, InjectionToken, Service, signal } from '@angular/core';

import { RingBuffer } from './ring-buffer';
import type { FlowKind, TraceEntry, TraceFlow } from './trace-entry';
import type { TraceEvent } from './trace-event';
import { withoutSecrets } from './without-secrets';

/** Whether anything is traced at all; off, unless the composition root says otherwise. */
export const TRACE_IS_ON = new InjectionToken<boolean>('whether the trace is on', {
  factory: () => false,
});

/** How many events are kept; a link makes some thirty. */
export const traceCapacity = 10_000;

/** How many flows are kept to choose from. */
const flowCapacity = 500;

/**
 * What has happened in this tab since it was loaded. It is in memory alone, ends with the page, and holds no
 * token, no code and no other secret.
 */
@Service()
export class Trace {
  readonly isOn = inject(TRACE_IS_ON);

  readonly #entries = new RingBuffer<TraceEntry>(traceCapacity);
  readonly #flows = new RingBuffer<TraceFlow>(flowCapacity);
  readonly #changes = signal(0);
  #entryCount = 0;
  #flowCount = 0;

  /** Oldest first. Made when it is read, so that recording costs nothing of it. */
  readonly entries = computed(() => this.#now(this.#entries));
  readonly flows = computed(() => this.#now(this.#flows));

  /** From here on events belong to a new flow: this page does one thing at a time. */
  begin(kind: FlowKind): void {
    if (!this.isOn) return;
    this.#flowCount += 1;
    this.#flows.add({ id: this.#flowCount, kind, at: Date.now() });
  }

  /** Takes a function, so that an event which nobody wants is never made. */
  record(event: () => TraceEvent): void {
    if (!this.isOn) return;
    this.#entryCount += 1;
    this.#entries.add({
      id: this.#entryCount,
      at: Date.now(),
      flow: this.#flowCount || undefined,
      event: withoutSecrets(event()),
    });
    this.#changes.update((count) => count + 1);
  }

  /** Ends what is known so far. */
  clear(): void {
    this.#entries.clear();
    this.#flows.clear();
    this.#changes.update((count) => count + 1);
  }

  #now<Item>(items: RingBuffer<Item>): readonly Item[] {
    this.#changes();

    return items.toArray();
  }
}
