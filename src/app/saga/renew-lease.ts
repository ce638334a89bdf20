import type { Account } from '../identity/account';
import type { FailureCode } from '../identity/failure';
import { journalJson, journalOf, sendWithin, type Journal } from '../identity/link/journal';
import { journalKey } from '../identity/settings/reserved-settings';
import type { LinkWorld } from './link-world';

/** Says in the journal that this page goes on with it, or else why it cannot. */
export async function renewLease(
  world: LinkWorld,
  journal: Journal,
  mine: Partial<Pick<Journal, 'by' | 'tokenExpires'>> = {},
): Promise<Journal | FailureCode> {
  const reading = await world.readPrimary();
  if (!reading.known) return reading.code;
  if (!isUnchanged(journal, reading.account)) return 'other-link';
  const renewed: Journal = {
    ...journal,
    ...mine,
    phase: 'sent',
    lease: world.now() + sendWithin,
  };
  const written = await world.write(new Map([[journalKey, journalJson(renewed)]]));

  return written.outcome === 'ok' ? renewed : written.reason.code;
}

/** Whether a journal is what was read of it: nobody has taken it over since, or taken the link back. */
export const isUnchanged = (journal: Journal, { settings }: Account): boolean => {
  const found = journalOf(settings);

  return (
    found?.id === journal.id &&
    found.phase === journal.phase &&
    found.by === journal.by &&
    found.lease === journal.lease
  );
};
