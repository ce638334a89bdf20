import { secretId } from '../state/random.ts';
import { Clock } from './clock.ts';
import { Faults } from './faults.ts';
import { RequestLog } from './request-log.ts';

/** What the control plane keeps beside the tenant's own state. */
export class ControlState {
  readonly faults = new Faults();
  readonly clock = new Clock();
  readonly requests = new RequestLog();
  /** Whose sign-ins are expected, by id: the page that would ask answers for the first of them. */
  expectedSignIns: string[] = [];
  /** The text of every named snapshot. A reset leaves them, for they are what one goes back to. */
  readonly snapshots = new Map<string, NamedSnapshot>();
  /** What every form of the workbench sends, and no other page can know. */
  readonly formToken = secretId();

  clear(): void {
    this.faults.clear();
    this.clock.clear();
    this.requests.clear();
    this.expectedSignIns = [];
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
