import type { Account } from '../identity/account';
import type { FailureCode } from '../identity/failure';
import type { Settings } from '../identity/json';
import { clearingOf, planPutBack } from '../identity/put-back';
import { journalKey } from '../identity/reserved-settings';
import type { PutBackEnd } from '../identity/set-aside';
import { archivedFor } from '../identity/settings-archive';
import { backOff, mostTries } from './back-off';
import type { AccountReading, Written } from './link-world';

/** What putting settings back does to the world, and learns from it. */
export interface PutBackWorld {
  /** Reads the account in which they are set aside. */
  readHolder(): Promise<AccountReading>;
  writeHolder(changes: Settings): Promise<Written<Account>>;
  /** Reads the account that they come from. */
  readOwner(): Promise<AccountReading>;
  writeOwner(changes: Settings): Promise<Written<Account>>;
  pause(milliseconds: number): Promise<void>;
}

/** How it ended, as far as it is known. Whatever it is, it can be done again. */
export type PutBackResult =
  | ({ readonly result: 'done' } & PutBackEnd)
  | { readonly result: 'notDone'; readonly code: FailureCode }
  | { readonly result: 'unknown'; readonly code: FailureCode };

/**
 * Puts settings back into the account that they come from, and only when that has them, takes them out of what
 * is set aside: there is no moment in which they are nowhere.
 */
export async function runPutBack(
  world: PutBackWorld,
  subject: string,
  reserved: readonly string[],
): Promise<PutBackResult> {
  const holder = await world.readHolder();
  if (!holder.known) return { result: 'notDone', code: holder.code };
  // A link on its way may be that of this very account, whose settings end with it.
  const { settings } = holder.account;
  if (settings.has(journalKey)) return { result: 'notDone', code: 'unfinished-link' };
  const aside = archivedFor(settings, subject);
  const owner = await give(world, aside, reserved);
  if ('result' in owner) return owner;
  const { back, stays } = planPutBack(aside, owner.settings, reserved);
  const archive = await clear(world, subject, owner.settings);

  return { result: 'done', back, stays, archive };
}

/** Writes what the account does not have, until it is known to have it. */
async function give(
  world: PutBackWorld,
  aside: Settings,
  reserved: readonly string[],
): Promise<Account | Exclude<PutBackResult, { result: 'done' }>> {
  for (let tries = 1; ; tries += 1) {
    // What was sent before, without an answer, may have arrived or may yet.
    const result = tries === 1 ? 'notDone' : 'unknown';
    const reading = await world.readOwner();
    if (!reading.known) return { result, code: reading.code };
    const { changes } = planPutBack(aside, reading.account.settings, reserved);
    if (changes.size === 0) return reading.account;
    const written = await world.writeOwner(changes);
    if (written.outcome === 'ok') return written.value;
    const { code } = written.reason;
    if (written.outcome !== 'unknown') {
      return { result, code: code === 'rejected' ? 'settings-refused' : code };
    }
    if (tries === mostTries) return { result: 'unknown', code };
    await backOff(world, tries);
  }
}

/** Takes out of what is set aside what its own account has. Left there, it does no harm. */
async function clear(
  world: PutBackWorld,
  subject: string,
  owned: Settings,
): Promise<PutBackEnd['archive']> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const reading = await world.readHolder();
    if (!reading.known || reading.account.settings.has(journalKey)) return 'left';
    const changes = clearingOf(reading.account.settings, subject, owned);
    if (changes.size === 0) return 'cleared';
    const written = await world.writeHolder(changes);
    if (written.outcome === 'ok') return 'cleared';
    if (written.outcome !== 'unknown') return 'left';
    await backOff(world, tries);
  }

  return 'left';
}
