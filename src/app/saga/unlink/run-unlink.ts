import { holdsSubject, type Account } from '../../identity/account';
import type { FailureCode, TenantFailure } from '../../identity/failure';
import { subjectOf } from '../../identity/identity';
import { sameJson, type Settings } from '../../identity/json';
import { journalOf } from '../../identity/link/journal';
import type { UnlinkPlan } from '../../identity/link/unlink-plan';
import { makingRoom } from '../../identity/settings/link-history';
import { taskJson, taskKey, tasksOf, type PortalTask } from '../../identity/settings/portal-task';
import { reconcileLink } from '../link/reconcile-link';
import { mostTries, retryDelay, type JournalPort, type Written } from '../ports/link-port';
import { convergeSettings } from '../settings/converge-settings';

/** What an unlink can do and learn outside this application. */
export interface UnlinkPort extends JournalPort {
  /** Unlinks the method. */
  remove(): Promise<Written<Account['identities']>>;
}

/** How an unlink has ended, as far as it is known. */
export type UnlinkResult =
  /** `id`: what the portal knows it by, where it is to be told. */
  | { readonly kind: 'done'; readonly id?: string }
  | { readonly kind: 'notDone' | 'unknown'; readonly code: FailureCode };

/**
 * Carries out an unlink until it is known what became of it. It can be repeated: a method leaves only once. `task`: what
 * the account is to have on record before, where the portal is to be told of it.
 */
export async function runUnlink(
  port: UnlinkPort,
  plan: UnlinkPlan,
  task?: PortalTask,
): Promise<UnlinkResult> {
  const blocker = await closeItsLink(port, plan);
  if (blocker !== undefined) return { kind: 'notDone', code: blocker };
  const noted = task && (await noteTask(port, task));
  if (noted?.kind === 'not') return { kind: 'notDone', code: noted.code };
  const ended = await removeMethod(port, plan);
  // One that stays on record counts for nothing, as the account has the method; a later visit removes it.
  if (ended.kind === 'notDone' && noted?.isNew) {
    await port.write(new Map([[taskKey(noted), null]]));
  }

  return ended.kind === 'done' && noted ? { ...ended, id: noted.id } : ended;
}

type Noted =
  | { readonly kind: 'noted'; readonly id: string; readonly isNew: boolean }
  | { readonly kind: 'not'; readonly code: FailureCode };

/**
 * Has the account note what the portal is still to be told, or says why it does not. An earlier try of which nobody knows
 * the end is the same unlink to the portal, and may yet arrive.
 */
async function noteTask(port: JournalPort, task: PortalTask): Promise<Noted> {
  let id = task.id;
  const wanted = (now: Settings): Settings => {
    const earlier = tasksOf(now).find(
      ({ what, other, isCertain }) => what === 'unlink' && other === task.other && !isCertain,
    );
    id = earlier?.id ?? task.id;
    const [key, json] = [taskKey({ id }), taskJson(task)];

    return sameJson(now.get(key), json) ? new Map() : makingRoom(now, new Map([[key, json]]));
  };
  const noted = await convergeSettings(
    { read: () => port.readKept(), write: (changes) => port.write(changes), delay: port.delay },
    wanted,
  );
  if (noted.kind !== 'done') return { kind: 'not', code: noted.code };

  return { kind: 'noted', id, isNew: id === task.id };
}

async function removeMethod(port: UnlinkPort, plan: UnlinkPlan): Promise<UnlinkResult> {
  let mayArrive = false;

  for (let tries = 1; ; tries += 1) {
    const written = await port.remove();
    if (written.outcome === 'ok') return { kind: 'done' };
    const { code } = written.reason;
    // No status is documented for a method that has left already; the account tells (contract §6.6).
    const isInDoubt = written.outcome === 'unknown' || saysNothing(code);
    const found: UnlinkResult = isInDoubt
      ? await findOutUnlink(port, plan, saysNothing(code) ? 'rejected' : code)
      : { kind: 'notDone', code };
    if (found.kind !== 'notDone') return found;
    // A try of which nothing was heard may arrive, whatever the tenant says to the one after it.
    if (written.outcome !== 'unknown') return mayArrive ? { kind: 'unknown', code } : found;
    mayArrive = true;
    if (tries === mostTries) return { kind: 'unknown', code };
    await retryDelay(port, tries);
  }
}

/** Whether a refusal does not say why. */
const saysNothing = (code: TenantFailure): boolean =>
  code === 'rejected' || code === 'not-found' || code === 'conflict';

/** Reads the account to tell whether a method has left, and writes nothing. `code` is why that is not known yet. */
export async function findOutUnlink(
  port: Pick<UnlinkPort, 'readKept'>,
  { identity }: UnlinkPlan,
  code: FailureCode,
): Promise<UnlinkResult> {
  const reading = await port.readKept();
  if (!reading.known) return { kind: 'unknown', code };

  const { account } = reading;
  const subject = subjectOf(identity);
  if (holdsSubject(account, subject)) return { kind: 'notDone', code };
  const task = tasksOf(account.settings).find(
    ({ what, other }) => what === 'unlink' && other === subject,
  );

  return { kind: 'done', ...(task && { id: task.id }) };
}

/**
 * Closes the link that has brought the method, where its journal is still there, or says why not. Without the method
 * that link would look as if it had not happened, and undoing it would remove settings that no other account has.
 */
async function closeItsLink(
  port: JournalPort,
  { identity }: UnlinkPlan,
): Promise<FailureCode | undefined> {
  const reading = await port.readKept();
  if (!reading.known) return reading.code;
  const { account } = reading;
  if (journalOf(account.settings)?.subject !== subjectOf(identity)) return undefined;
  const { status } = await reconcileLink(port, account);

  return status === 'closed' || status === 'none' ? undefined : 'unfinished-link';
}
