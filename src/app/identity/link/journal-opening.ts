import type { Settings } from '../json';
import { fingerprint } from '../settings/fingerprint';
import { withoutHistory } from '../settings/link-history';
import { journalKey } from '../settings/reserved-settings';
import { mostBytes, sizeWith } from '../settings/settings-limits';
import { journalJson, sendWithinMs, type Journal } from './journal';

/** What a journal says of the link that it announces, and when; by the tenant's clock. */
export interface Announcement extends Pick<
  Journal,
  'id' | 'subject' | 'connection' | 'by' | 'tokenExpiresAtMs' | 'tasks'
> {
  readonly nowMs: number;
}

/**
 * Makes the journal of a link that changes these settings. If the account has room, the journal has a copy of what is
 * written, from which lost changes can be written again.
 */
export function openJournal(mine: Settings, changes: Settings, link: Announcement): Journal {
  const bare = bareJournal(mine, changes, link);
  const full: Journal = { ...bare, snapshot: changes };

  // What the account remembers gives way to the copy.
  const needed = sizeWith(withoutHistory(mine), openingChanges(changes, full));

  return needed <= mostBytes ? full : bare;
}

const bareJournal = (
  mine: Settings,
  changes: Settings,
  { nowMs, ...named }: Announcement,
): Journal => ({
  ...named,
  phase: 'sent',
  leaseUntilMs: nowMs + sendWithinMs,
  before: new Map([...changes.keys()].map((key) => [key, mine.get(key)])),
  wrote: new Map([...changes].map(([key, value]) => [key, fingerprint(value)])),
});

/** Puts the changed settings and the journal into one write, so that they become true together. */
export const openingChanges = (changes: Settings, journal: Journal): Settings =>
  new Map([...changes, [journalKey, journalJson(journal)]]);

/** Tells how much room a link needs at most, in bytes of UTF-8, where its journal has no copy of what is written. */
export function sizeOfOpening(mine: Settings, changes: Settings, subject: string): number {
  const names = { id: '-'.repeat(36), by: '-'.repeat(36), connection: '-'.repeat(64), subject };
  const times = { nowMs: Date.UTC(2100, 0), tokenExpiresAtMs: Date.UTC(2100, 0) };
  const bare = bareJournal(mine, changes, { ...names, ...times });

  return sizeWith(withoutHistory(mine), openingChanges(changes, bare));
}
