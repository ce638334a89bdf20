import type { Account } from '../../identity/account';
import type { Settings } from '../../identity/json';
import { journalOf, type Journal } from '../../identity/link/journal';
import type { AccountReading, LinkWorld } from '../ports/link-port';
import { backOff, mostTries } from '../ports/retry-delay';
import type { LinkResult } from './link-result';
import { undoLink } from './revert-settings';

/** The kept account with the settings and the journal of a link, and the joining one as it was beside that. */
export interface Opened {
  readonly kept: Account;
  readonly joining: AccountReading;
}

/**
 * Writes the settings and the journal, until it is known whether they are there. The joining account is looked at
 * in the same moment, so that nothing is older than that when the link leaves.
 */
export async function openLink(
  world: LinkWorld,
  changes: Settings,
  journal: Journal,
): Promise<LinkResult | Opened> {
  world.note(journal.id, 'prepared');

  for (let tries = 1; ; tries += 1) {
    const [written, joining] = await Promise.all([world.write(changes), world.readSecondary()]);
    if (written.outcome === 'ok') return judged(world, { kept: written.value, joining }, journal);
    const { code } = written.reason;
    const isRefused = written.outcome !== 'unknown';
    if (isRefused && tries === 1) return refused(world, journal, code);

    // A try before this one may have arrived, whatever the tenant says to the one after it.
    const [reading, seen] = await Promise.all([world.readPrimary(), world.readSecondary()]);
    if (!reading.known) return { result: 'open', code: reading.code, journal };
    const { account } = reading;
    const found = journalOf(account.settings);
    if (found !== undefined) return judged(world, { kept: account, joining: seen }, journal);
    if (isRefused) return refused(world, journal, code);
    if (tries === mostTries) return { result: 'open', code, journal };
    await backOff(world, tries);
  }
}

function refused(
  world: LinkWorld,
  journal: Journal,
  code: Extract<AccountReading, { known: false }>['code'],
): LinkResult {
  world.note(journal.id, 'closed');

  return { result: 'notDone', code: code === 'rejected' ? 'settings-refused' : code };
}

/** Two devices may write at the same moment; the later write wins, and only its link goes on. */
const judged = (
  world: LinkWorld,
  opened: Opened,
  journal: Journal,
): Promise<LinkResult> | Opened =>
  journalOf(opened.kept.settings)?.id === journal.id
    ? opened
    : undoLink(world, journal, { code: 'other-link', mayArrive: false, account: opened.kept });
