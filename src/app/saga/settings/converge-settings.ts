import type { Account } from '../../identity/account';
import type { FailureCode } from '../../identity/failure';
import type { Settings } from '../../identity/json';
import type { AccountReading, Written } from '../ports/link-port';
import { backOff, mostTries } from '../ports/retry-delay';

/** One account, and what can be done with its settings. */
export interface SettingsWorld {
  read(): Promise<AccountReading>;
  write(changes: Settings): Promise<Written<Account>>;
  pause(milliseconds: number): Promise<void>;
}

/** What is known of a change of settings. */
export type Settled =
  | { readonly result: 'done'; readonly account: Account }
  | { readonly result: 'notDone' | 'unknown'; readonly code: FailureCode };

/**
 * Writes to an account until its settings are known to be as they should. `changesFor`: what is still to be
 * written, given what is there, so that it can be done any number of times; or why nothing may be.
 */
export async function settleSettings(
  world: SettingsWorld,
  changesFor: (now: Settings) => Settings | FailureCode,
): Promise<Settled> {
  let unheard: FailureCode | undefined;

  for (let tries = 1; ; tries += 1) {
    // What was sent before, without an answer, may have arrived or may yet.
    const result = unheard === undefined ? 'notDone' : 'unknown';
    const reading = await world.read();
    if (!reading.known) return { result, code: reading.code };
    const changes = changesFor(reading.account.settings);
    if (typeof changes === 'string') return { result, code: changes };
    if (changes.size === 0) return { result: 'done', account: reading.account };
    if (unheard !== undefined && tries > mostTries) return { result, code: unheard };
    const written = await world.write(changes);
    if (written.outcome === 'ok') return { result: 'done', account: written.value };
    const { code } = written.reason;
    if (written.outcome !== 'unknown') return { result, code };
    unheard = code;
    await backOff(world, tries);
  }
}
