import { secretId } from '../../protocol/random.ts';
import { Group } from '../group.ts';
import { Faults } from './faults.ts';
import { RequestLog } from './request-log.ts';

/** What the control plane keeps beside the tenant's own state. */
export class ControlState extends Group {
  readonly faults = new Faults();
  readonly clock = new Clock();
  readonly requests = new RequestLog();
  readonly automaticSignIns = new AutomaticSignIns();

  readonly #snapshots = new Map<string, NamedSnapshot>();
  readonly #formToken = secretId();

  /** The text of every named snapshot. A reset leaves them, for they are what one goes back to. */
  get snapshots(): Map<string, NamedSnapshot> {
    return this.#snapshots;
  }

  /** What every form of the workbench sends, and no other page can know. */
  get formToken(): string {
    return this.#formToken;
  }

  /** Ends every wait, so that none keeps the process alive. */
  release(): void {
    this.faults.release();
    this.requests.release();
  }
}

/** A snapshot under a name, and when it was taken by the machine's clock. */
export interface NamedSnapshot {
  readonly text: string;
  readonly savedAt: string;
}

/** How far the tenant's clock is from the machine's. Everything that has a time follows it. */
class Clock {
  offsetMs = 0;
  /** Tells the tenant's time at a time of the machine, both in milliseconds since 1970. */
  timeMs(machineMs: number): number {
    return machineMs + this.offsetMs;
  }

  clear(): void {
    this.offsetMs = 0;
  }
}

/** Whose sign-ins need nobody at the keyboard, by id: the page that would ask answers for the next. */
class AutomaticSignIns {
  userIds: readonly string[] = [];
  /** The next one has signed in. */
  takeNext(): void {
    this.userIds = this.userIds.slice(1);
  }

  clear(): void {
    this.userIds = [];
  }
}
