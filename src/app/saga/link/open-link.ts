import type { Account } from '../../identity/account';
import type { TenantFailure } from '../../identity/failure';
import type { Settings } from '../../identity/json';
import { journalOf, type Journal } from '../../identity/link/journal';
import { mostTries, retryDelay, type AccountReading, type LinkPort } from '../ports/link-port';
import type { LinkResult } from './link-result';
import { revertSettings } from './revert-settings';

/** An opened link: the kept account has its settings and its journal, and the absorbed one was read beside that. */
export interface Opened {
  readonly kind: 'opened';
  readonly kept: Account;
  readonly absorbed: AccountReading;
}

/**
 * Writes the settings and the journal of a link until it is known whether they are there. Reads the absorbed account at
 * the same time, so that it is known as it is just before the link is sent.
 */
export async function openLink(
  port: LinkPort,
  changes: Settings,
  journal: Journal,
): Promise<LinkResult | Opened> {
  const refused = (code: TenantFailure): LinkResult => {
    port.note(journal.id, 'closed');

    return { kind: 'notDone', code: code === 'rejected' ? 'settings-refused' : code };
  };
  /** Two devices may write at the same moment; the later write wins, and only its link goes on. */
  const judged = (kept: Account, absorbed: AccountReading): Promise<LinkResult> | Opened =>
    journalOf(kept.settings)?.id === journal.id
      ? { kind: 'opened', kept, absorbed }
      : revertSettings(port, journal, { code: 'other-link', mayArrive: false, account: kept });
  port.note(journal.id, 'prepared');

  for (let tries = 1; ; tries += 1) {
    const [written, absorbed] = await Promise.all([port.write(changes), port.readAbsorbed()]);
    if (written.outcome === 'ok') return judged(written.value, absorbed);
    const { code } = written.reason;
    const isRefused = written.outcome !== 'unknown';
    if (isRefused && tries === 1) return refused(code);

    // A try before this one may have arrived, whatever the tenant says to the one after it.
    const [reading, seen] = await Promise.all([port.readKept(), port.readAbsorbed()]);
    if (!reading.known) return { kind: 'open', code: reading.code, journal, isUnseen: true };
    const { account } = reading;
    const found = journalOf(account.settings);
    if (found !== undefined) return judged(account, seen);
    if (isRefused) return refused(code);
    if (tries === mostTries) return { kind: 'open', code, journal, isUnseen: true };
    await retryDelay(port, tries);
  }
}
