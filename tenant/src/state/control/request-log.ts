import type { JsonObject } from '../../protocol/json.ts';
import { ChangeSignal } from './change-signal.ts';

const capacity = 1000;
/** How many more there may be before the oldest are let go together. */
const slack = 100;

/** A token that was seen in a request or its answer, without what would make it usable. */
export interface SeenToken {
  readonly place: 'authorization' | 'request' | 'answer';
  readonly header: JsonObject;
  readonly claims: JsonObject;
}

/** One request as the log keeps it: nothing in it opens an account. */
export interface LoggedRequest {
  readonly id: number;
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** 0 when the connection was closed without an answer. */
  readonly status: number;
  readonly durationMs: number;
  /** The `client_id` that the request or its token names. */
  readonly client?: string;
  /** The name and version that an SDK sends about itself. */
  readonly sdk?: string;
  readonly origin?: string;
  /** The presets or rules that fired. */
  readonly faults: readonly string[];
  /** What a refusal said. */
  readonly refusal?: string;
  readonly tokens: readonly SeenToken[];
}

/** The last thousand requests, newest first. */
export class RequestLog {
  /** Oldest first. */
  #requests: LoggedRequest[] = [];
  #last = 0;
  /** Tells whenever the log is not what it was. */
  readonly changes = new ChangeSignal();

  /** Lists the requests, the newest first. */
  list(): readonly LoggedRequest[] {
    return this.#requests.slice(-capacity).reverse();
  }

  /** Adds a request; the oldest goes where there are too many. */
  add(request: Omit<LoggedRequest, 'id'>): void {
    this.#last += 1;
    this.#requests.push({ id: this.#last, ...request });
    if (this.#requests.length > capacity + slack) this.#requests.splice(0, slack);
    this.changes.emit();
  }

  /** Ends every wait. */
  release(): void {
    this.changes.release();
  }

  /** Forgets all requests. */
  clear(): void {
    this.#requests = [];
    this.changes.emit();
  }
}
