import { secretId } from '../../protocol/random.ts';
import { Group } from '../group.ts';
import { AutomaticSignIns } from './automatic-sign-ins.ts';
import { Clock } from './clock.ts';
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
