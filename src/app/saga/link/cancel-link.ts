import { journalOf, mayArriveUntilMs, type Journal } from '../../identity/link/journal';
import type { JournalPort } from '../ports/link-port';
import { endedElsewhere, isBusyElsewhere, type LinkResult } from './link-result';
import { revertSettings } from './revert-settings';

/** Takes an unfinished link back for the browser `by`. `wasSent`: whether the journal's writer may have sent it. */
export async function cancelLink(
  port: JournalPort,
  journal: Journal,
  { by, wasSent }: { readonly by: string; readonly wasSent: boolean },
): Promise<LinkResult> {
  const reading = await port.readKept();
  if (!reading.known) return { kind: 'open', code: reading.code, journal };
  const { account } = reading;
  const found = journalOf(account.settings);
  if (found?.id !== journal.id) return endedElsewhere(account, journal);
  if (isBusyElsewhere(found, by, port.now())) {
    return { kind: 'open', code: 'busy-elsewhere', journal: found };
  }
  // Somebody may have gone on with it since it was shown here.
  const mayBeSent = wasSent || found.by !== journal.by;
  const mayArrive = mayBeSent && port.now() < mayArriveUntilMs(found);

  return revertSettings(port, found, { code: 'undone', mayArrive, account });
}
