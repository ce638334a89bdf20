import { holdsSubject, type Account } from '../account';
import { isJsonList, type Json, type Settings } from '../json';
import { taskPrefix } from './reserved-settings';

/** A link or an unlink of which the portal is still to be told, as the kept account has it on record. */
export interface PortalTask {
  /** What the portal knows it by, however often it is told. */
  readonly id: string;
  readonly what: 'link' | 'unlink';
  /** When, in milliseconds since 1970, by the tenant's clock. */
  readonly atMs: number;
  /** The `user_id` of the account that is kept. */
  readonly kept: string;
  /** That of the account which was absorbed, or has left. */
  readonly other: string;
  readonly connection: string;
  /** An unlink that is known to have happened, although the account may hold the method again. */
  readonly isCertain?: true;
}

/** The root key under which an account has a task on record. */
export const taskKey = ({ id }: Pick<PortalTask, 'id'>): string => `${taskPrefix}${id}`;

export const taskJson = ({ what, atMs, kept, other, connection, isCertain }: PortalTask): Json => [
  what,
  Math.floor(atMs / 1000),
  ...[kept, other, connection],
  ...(isCertain ? [1] : []),
];

/** Reads a task; `undefined` where it is none. */
export function taskFrom(id: string, json: Json | undefined): PortalTask | undefined {
  if (!isJsonList(json)) return undefined;
  const [what, seconds, kept, other, connection, isCertain] = json;
  if (what !== 'link' && what !== 'unlink') return undefined;
  if (typeof seconds !== 'number' || typeof connection !== 'string') return undefined;
  if (typeof kept !== 'string' || typeof other !== 'string') return undefined;
  if (Number.isNaN(new Date(seconds * 1000).getTime())) return undefined;

  return {
    ...{ id, what, atMs: seconds * 1000, kept, other, connection },
    ...(isCertain === 1 && { isCertain: true }),
  };
}

/** Lists what an account has on record, the oldest first. */
export const tasksOf = (settings: Settings): readonly PortalTask[] =>
  [...settings]
    .filter(([key]) => key.startsWith(taskPrefix))
    .map(([key, json]) => taskFrom(key.slice(taskPrefix.length), json))
    .filter((task) => task !== undefined)
    .sort((one, other) => one.atMs - other.atMs);

/** Leaves out of settings what the portal is still to be told. */
export const withoutTasks = (settings: Settings): Settings =>
  new Map([...settings].filter(([key]) => !key.startsWith(taskPrefix)));

/**
 * Lists what has happened and the portal is still to be told, the oldest first. A task speaks of this account, or of one
 * that it has absorbed; what the account does not show to have happened is left out.
 */
export function dueTasks(account: Account): readonly PortalTask[] {
  const tasks = tasksOf(account.settings);
  const isOwn = ({ kept }: PortalTask): boolean => holdsSubject(account, kept);
  const isHeld = ({ other }: PortalTask): boolean => holdsSubject(account, other);
  const hasLeft = (task: PortalTask): boolean => task.isCertain === true || !isHeld(task);
  const unlinks = tasks.filter((task) => task.what === 'unlink' && hasLeft(task));

  return tasks.filter((task) => {
    if (!isOwn(task)) return false;
    if (task.what === 'unlink') return hasLeft(task);

    // A method that has left since was linked all the same.
    return isHeld(task) || unlinks.some(({ other }) => other === task.other);
  });
}

/** Lists unlinks that have not happened, and cannot any more once they are `withinMs` old. */
export const staleTasks = (
  account: Account,
  { nowMs, withinMs }: { readonly nowMs: number; readonly withinMs: number },
): readonly PortalTask[] => {
  const due = new Set(dueTasks(account).map(({ id }) => id));

  return tasksOf(account.settings).filter(
    ({ id, atMs }) => !due.has(id) && atMs + withinMs < nowMs,
  );
};

/** Lists what the portal is still to be told of an account that is about to be absorbed. */
export const tasksToCarry = (absorbed: Account): readonly PortalTask[] =>
  dueTasks(absorbed).map((task) => (task.what === 'unlink' ? { ...task, isCertain: true } : task));

/**
 * Plans what a link that has happened adds to its account: what the portal is to be told, and that an earlier unlink of
 * the method did happen, since it could not have been linked otherwise.
 */
export function tasksAfterLink(
  { linked, carried }: { readonly linked: PortalTask; readonly carried: readonly PortalTask[] },
  now: Settings,
): Settings {
  const known = tasksOf(now)
    .filter(
      ({ what, other, isCertain }) => what === 'unlink' && other === linked.other && !isCertain,
    )
    .filter(({ atMs }) => atMs <= linked.atMs)
    .map((task): PortalTask => ({ ...task, isCertain: true }));
  const missing = [...carried, linked].filter((task) => !now.has(taskKey(task)));

  return new Map([...known, ...missing].map((task) => [taskKey(task), taskJson(task)]));
}
