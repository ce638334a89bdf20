import type { Account } from '../../identity/account';
import type { FailureCode } from '../../identity/failure';
import type { Settings } from '../../identity/json';
import { journalKey } from '../../identity/settings/reserved-settings';
import { mostTries, retryDelay, type JournalPort } from '../ports/link-port';

/** What can be done with the settings of one account. */
export interface SettingsPort extends Pick<JournalPort, 'write' | 'delay'> {
  readonly read: JournalPort['readKept'];
}

/** What is known of a change of settings. */
export type Converged =
  | { readonly kind: 'done'; readonly account: Account }
  | { readonly kind: 'notDone' | 'unknown'; readonly code: FailureCode };

/**
 * Writes to an account until its settings are known to be as they should be. `changesFor` is asked before each write:
 * it gives what is still to be written, or the code of why nothing may be.
 */
export async function convergeSettings(
  port: SettingsPort,
  changesFor: (now: Settings) => Settings | FailureCode,
): Promise<Converged> {
  let unheard: FailureCode | undefined;

  for (let tries = 1; ; tries += 1) {
    // What was sent before, without an answer, may have arrived or may yet.
    const kind = unheard === undefined ? 'notDone' : 'unknown';
    const reading = await port.read();
    if (!reading.known) return { kind, code: reading.code };
    const changes = changesFor(reading.account.settings);
    if (typeof changes === 'string') return { kind, code: changes };
    if (changes.size === 0) return { kind: 'done', account: reading.account };
    if (unheard !== undefined && tries > mostTries) return { kind, code: unheard };
    const written = await port.write(changes);
    if (written.outcome === 'ok') return { kind: 'done', account: written.value };
    const { code } = written.reason;
    if (written.outcome !== 'unknown') return { kind, code };
    unheard = code;
    await retryDelay(port, tries);
  }
}

/** Refuses changes while a link is on its way: it may be a link of the very account whose settings these are. */
export const unlessLinking =
  (changesFor: (now: Settings) => Settings) =>
  (now: Settings): Settings | FailureCode =>
    now.has(journalKey) ? 'unfinished-link' : changesFor(now);
