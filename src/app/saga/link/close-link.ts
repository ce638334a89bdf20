import type { Settings } from '../../identity/json';
import type { Journal } from '../../identity/link/journal';
import { closingOf } from '../../identity/link/journal-closing';
import { mostTries, retryDelay, type JournalPort } from '../ports/link-port';
import { leftOpen, type LinkResult } from './link-result';

/**
 * Removes the journal of a link that has happened, and writes again what was lost meanwhile. If that does not work now,
 * the next visit does it: the link stands either way.
 */
export async function closeLink(
  port: JournalPort,
  journal: Journal,
  settings: Settings,
): Promise<LinkResult> {
  let closing = closingOf(journal, settings);

  for (let tries = 1; tries <= mostTries && closing.changes.size > 0; tries += 1) {
    const written = await port.write(closing.changes);
    if (written.outcome === 'refused' || written.outcome === 'notSent') break;
    if (written.outcome === 'ok') {
      closing = closingOf(journal, written.value.settings);
    } else {
      await retryDelay(port, tries);
      const reading = await port.readKept();
      if (reading.known) closing = closingOf(journal, reading.account.settings);
    }
  }
  if (closing.changes.size > 0) return leftOpen;
  port.note(journal.id, 'closed');
  const { setAside, lost } = closing;

  return { kind: 'done', remarks: { setAside, lost }, journal: 'closed' };
}
