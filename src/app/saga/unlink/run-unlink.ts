import { holdsSubject, type Account } from '../../identity/account';
import type { FailureCode, TenantFailure } from '../../identity/failure';
import { subjectOf } from '../../identity/identity';
import { journalOf } from '../../identity/link/journal';
import type { UnlinkPlan } from '../../identity/link/unlink-plan';
import { reconcileLink } from '../link/reconcile-link';
import type { JournalWorld, Written } from '../ports/link-port';
import { backOff, mostTries } from '../ports/retry-delay';

/** What an unlink does to the world, and learns from it. */
export interface UnlinkWorld extends JournalWorld {
  remove(): Promise<Written<Account['identities']>>;
}

/** How an unlink ended, as far as it is known. */
export type UnlinkResult =
  | { readonly result: 'done' }
  | { readonly result: 'notDone'; readonly code: FailureCode }
  | { readonly result: 'unknown'; readonly code: FailureCode };

/** Carries out an unlink until it is known what became of it. It can be repeated: a method leaves only once. */
export async function runUnlink(world: UnlinkWorld, plan: UnlinkPlan): Promise<UnlinkResult> {
  const hindrance = await closeItsLink(world, plan);
  if (hindrance !== undefined) return { result: 'notDone', code: hindrance };
  let mayArrive = false;

  for (let tries = 1; ; tries += 1) {
    const written = await world.remove();
    if (written.outcome === 'ok') return { result: 'done' };
    const { code } = written.reason;
    // No status is documented for a method that has left already; the account tells (contract §6.6).
    const isInDoubt = written.outcome === 'unknown' || saysNothing(code);
    const found: UnlinkResult = isInDoubt
      ? await findOutUnlink(world, plan, saysNothing(code) ? 'rejected' : code)
      : { result: 'notDone', code };
    if (found.result !== 'notDone') return found;
    // A try of which nothing was heard may arrive, whatever the tenant says to the one after it.
    if (written.outcome !== 'unknown') return mayArrive ? { result: 'unknown', code } : found;
    mayArrive = true;
    if (tries === mostTries) return { result: 'unknown', code };
    await backOff(world, tries);
  }
}

/** Whether a refusal leaves open why, so that its words would be a guess. */
const saysNothing = (code: TenantFailure): boolean =>
  code === 'rejected' || code === 'not-found' || code === 'conflict';

/** Learns from the account whether a method has left; it writes nothing. */
export async function findOutUnlink(
  world: Pick<UnlinkWorld, 'readPrimary'>,
  { identity }: UnlinkPlan,
  code: FailureCode,
): Promise<UnlinkResult> {
  const reading = await world.readPrimary();
  if (!reading.known) return { result: 'unknown', code };

  return holdsSubject(reading.account, subjectOf(identity))
    ? { result: 'notDone', code }
    : { result: 'done' };
}

/**
 * Closes the link that has brought the method, where that is still on record, or says why not: without the method
 * it would look as if it had not happened, and an undo would take its settings from the one account that has them.
 */
async function closeItsLink(
  world: JournalWorld,
  { identity }: UnlinkPlan,
): Promise<FailureCode | undefined> {
  const reading = await world.readPrimary();
  if (!reading.known) return reading.code;
  const { account } = reading;
  if (journalOf(account.settings)?.subject !== subjectOf(identity)) return undefined;
  const { status } = await reconcileLink(world, account);

  return status === 'closed' || status === 'none' ? undefined : 'unfinished-link';
}
