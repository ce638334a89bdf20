import {
  isJsonList,
  isJsonObject,
  objectOf,
  type Json,
  type JsonObject,
  type Settings,
} from '../json';
import { taskFrom, taskJson, type PortalTask } from '../settings/portal-task';
import { journalKey } from '../settings/reserved-settings';

/**
 * The record of an unfinished link, in the kept account, by which every tab, browser and device can finish it or take
 * it back. It holds nothing that is not in one of the two accounts. Times are in milliseconds since 1970, by the
 * tenant's clock.
 */
export interface Journal {
  readonly id: string;
  /** `sent`: the link may have left this browser. `undone`: it was taken back, and may yet arrive. */
  readonly phase: 'sent' | 'undone';
  /** The `user_id` of the absorbed account. */
  readonly subject: string;
  /** The connection with which its owner proves it. */
  readonly connection: string;
  /** Until when the writer of the journal may send the link without writing again. */
  readonly leaseUntilMs: number;
  /** The browser that wrote it. */
  readonly by: string;
  /** When the credential of the link expires. */
  readonly tokenExpiresAtMs: number;
  /** What the changed settings were before; `undefined` for those that were not there. */
  readonly before: ReadonlyMap<string, Json | undefined>;
  /** The fingerprints of what they were changed to. */
  readonly wrote: ReadonlyMap<string, string>;
  /** What they were changed to, where there was room for it. */
  readonly snapshot?: Settings;
  /**
   * Says that the portal is to be told of the link; and what it is still to be told of the absorbed account, whose
   * settings end with the link.
   */
  readonly tasks?: readonly PortalTask[];
}

/** How long after a write of the journal its link may be sent. Short, as a page that works for longer renews it. */
export const sendWithinMs = 15_000;
/** How long a link that was sent may take to arrive. */
export const arriveWithinMs = 300_000;

/** Tells about when the link of this journal was sent last, by the tenant's clock. */
export const sentAtMs = ({ leaseUntilMs }: Journal): number => leaseUntilMs - sendWithinMs;

/** Tells until when the link of this journal may still reach the tenant, by the tenant's clock. */
export const mayArriveUntilMs = ({ leaseUntilMs, tokenExpiresAtMs }: Journal): number =>
  Math.min(leaseUntilMs, tokenExpiresAtMs) + arriveWithinMs;

/** Writes a journal as JSON, with short names: it shares the account's few kilobytes. */
export const journalJson = (journal: Journal): JsonObject => ({
  v: 1,
  id: journal.id,
  phase: journal.phase,
  s: journal.subject,
  via: journal.connection,
  lease: journal.leaseUntilMs,
  by: journal.by,
  idTokenExp: journal.tokenExpiresAtMs,
  before: objectOf(
    [...journal.before].map(([key, value]) => [key, value === undefined ? [] : [value]] as const),
  ),
  wrote: objectOf(journal.wrote),
  ...(journal.snapshot && { snap: objectOf(journal.snapshot) }),
  ...(journal.tasks && { tasks: journal.tasks.map((task) => [task.id, taskJson(task)]) }),
});

/** Reads the journal in an account's settings; `undefined` when there is none, or none that can be read. */
export function journalOf(settings: Settings): Journal | undefined {
  const json = settings.get(journalKey);
  if (!isJsonObject(json) || json['v'] !== 1) return undefined;
  const { id, phase, s: subject, via: connection, by, before, wrote, snap } = json;
  const { lease: leaseUntilMs, idTokenExp: tokenExpiresAtMs, tasks } = json;

  if (typeof id !== 'string' || typeof by !== 'string') return undefined;
  if (phase !== 'sent' && phase !== 'undone') return undefined;
  if (typeof subject !== 'string' || typeof connection !== 'string') return undefined;
  if (typeof leaseUntilMs !== 'number' || typeof tokenExpiresAtMs !== 'number') return undefined;
  if (!isJsonObject(before) || !isJsonObject(wrote)) return undefined;

  return {
    id,
    phase,
    subject,
    connection,
    leaseUntilMs,
    by,
    tokenExpiresAtMs,
    before: new Map(
      Object.entries(before).map(([key, was]) => [key, isJsonList(was) ? was[0] : undefined]),
    ),
    wrote: new Map(
      Object.entries(wrote).map(([key, mark]) => [key, typeof mark === 'string' ? mark : '']),
    ),
    ...(isJsonObject(snap) && { snapshot: new Map(Object.entries(snap)) }),
    ...(isJsonList(tasks) && { tasks: tasks.map(taskIn).filter((task) => task !== undefined) }),
  };
}

function taskIn(json: Json): PortalTask | undefined {
  const [taskId, task] = isJsonList(json) ? json : [];

  return typeof taskId === 'string' ? taskFrom(taskId, task) : undefined;
}
