import type { Account } from '../../identity/account';
import type { Settings } from '../../identity/json';
import { journalOf, type Journal } from '../../identity/link/journal';
import type { AccountReading, LinkPort } from '../ports/link-port';
import { retryDelay, mostTries } from '../ports/retry-delay';
import type { LinkResult } from './link-result';
import { revertSettings } from './revert-settings';

/** The kept account with the settings and the journal of a link, and the absorbed one as it was beside that. */
export interface Opened {
  readonly kept: Account;
  readonly absorbed: AccountReading;
}

/**
 * Writes the settings and the journal, until it is known whether they are there. The absorbed account is looked at
 * in the same moment, so that nothing is older than that when the link leaves.
 */
export async function openLink(
  port: LinkPort,
  changes: Settings,
  journal: Journal,
): Promise<LinkResult | Opened> {
  port.note(journal.id, 'prepared');

  for (let tries = 1; ; tries += 1) {
    const [written, absorbed] = await Promise.all([port.write(changes), port.readAbsorbed()]);
    if (written.outcome === 'ok') return judged(port, { kept: written.value, absorbed }, journal);
    const { code } = written.reason;
    const isRefused = written.outcome !== 'unknown';
    if (isRefused && tries === 1) return refused(port, journal, code);

    // A try before this one may have arrived, whatever the tenant says to the one after it.
    const [reading, seen] = await Promise.all([port.readKept(), port.readAbsorbed()]);
    if (!reading.known) return { kind: 'open', code: reading.code, journal };
    const { account } = reading;
    const found = journalOf(account.settings);
    if (found !== undefined) return judged(port, { kept: account, absorbed: seen }, journal);
    if (isRefused) return refused(port, journal, code);
    if (tries === mostTries) return { kind: 'open', code, journal };
    await retryDelay(port, tries);
  }
}

function refused(
  port: LinkPort,
  journal: Journal,
  code: Extract<AccountReading, { known: false }>['code'],
): LinkResult {
  port.note(journal.id, 'closed');

  return { kind: 'notDone', code: code === 'rejected' ? 'settings-refused' : code };
}

/** Two devices may write at the same moment; the later write wins, and only its link goes on. */
const judged = (port: LinkPort, opened: Opened, journal: Journal): Promise<LinkResult> | Opened =>
  journalOf(opened.kept.settings)?.id === journal.id
    ? opened
    : revertSettings(port, journal, { code: 'other-link', mayArrive: false, account: opened.kept });
