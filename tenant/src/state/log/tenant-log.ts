import { entryOf, type KeptEvent, kept, type LogEntry } from './log-entry.ts';
import type { TenantEvent } from './tenant-event.ts';

/** How many entries are kept. A real tenant counts days instead; memory counts entries. */
const capacity = 5000;
/** How many more there may be before the oldest are let go together. */
const slack = 500;

/** What happened at the tenant, oldest first. Whoever answers a request appends what came of it. */
export class TenantLog {
  #kept: KeptEvent[] = [];
  #count = 0;

  /** `state.log.append({ type: 's', user, client, connection }, now)` */
  append(event: TenantEvent, nowMs: number): void {
    this.#count++;
    this.#kept.push(kept(event, this.#count, nowMs));
    if (this.#kept.length > capacity + slack) this.#kept.splice(0, slack);
  }

  entries(): readonly LogEntry[] {
    return this.#kept.slice(-capacity).map(entryOf);
  }

  clear(): void {
    this.#kept = [];
  }
}
