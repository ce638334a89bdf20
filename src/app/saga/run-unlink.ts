import { holdsSubject, type Account } from '../identity/account';
import type { FailureCode } from '../identity/failure';
import { subjectOf } from '../identity/identity';
import type { UnlinkPlan } from '../identity/unlink-plan';
import { mostTries } from './back-off';
import type { AccountReading, Written } from './link-world';

/** What an unlink does to the world, and learns from it. */
export interface UnlinkWorld {
  readPrimary(): Promise<AccountReading>;
  remove(): Promise<Written<Account['identities']>>;
  pause(milliseconds: number): Promise<void>;
}

/** How an unlink ended, as far as it is known. */
export type UnlinkResult =
  | { readonly result: 'done' }
  | { readonly result: 'notDone'; readonly code: FailureCode }
  | { readonly result: 'unknown'; readonly code: FailureCode };

/** Carries out an unlink until it is known what became of it. It can be repeated: a method leaves only once. */
export async function runUnlink(world: UnlinkWorld, plan: UnlinkPlan): Promise<UnlinkResult> {
  for (let tries = 1; ; tries += 1) {
    const written = await world.remove();
    if (written.outcome === 'ok') return { result: 'done' };
    const { code } = written.reason;
    // No status is documented for a method that has left already; the account tells (contract §6.6).
    const isInDoubt = written.outcome === 'unknown' || code === 'rejected' || code === 'not-found';
    if (!isInDoubt) return { result: 'notDone', code };

    const found = await findOutUnlink(world, plan, code);
    if (found.result !== 'notDone' || written.outcome !== 'unknown') return found;
    if (tries === mostTries) return { result: 'unknown', code };
    await world.pause(1000 * 2 ** (tries - 1));
  }
}

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
