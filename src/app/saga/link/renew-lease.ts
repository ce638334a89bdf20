import { holdsSubject, type Account } from '../../identity/account';
import type { FailureCode } from '../../identity/failure';
import type { Json, Settings } from '../../identity/json';
import { journalJson, journalOf, sendWithinMs, type Journal } from '../../identity/link/journal';
import { latecomersOf, withLatecomers } from '../../identity/link/latecomers';
import { makingRoom } from '../../identity/settings/link-history';
import { journalKey } from '../../identity/settings/reserved-settings';
import type { LinkPort } from '../ports/link-port';
import type { BothReadings } from '../ports/read-both';
import { readingTrouble } from './judge-accounts';

/** A journal with which a link may be sent, and what had to be set aside for that. */
export interface Ready {
  readonly kind: 'ready';
  readonly journal: Journal;
  readonly late: Settings;
}

/** Why a link may not be sent now. */
export interface Held {
  readonly kind: 'held';
  readonly code: FailureCode;
}

/**
 * Makes sure that a link may be sent now, or says why not: it is still this page's, its lease is good, and what the
 * absorbed account has got since the review is set aside in the kept one. `mine`: who takes the link over, if somebody
 * does.
 */
export async function renewLease(
  port: LinkPort,
  { kept, absorbed }: BothReadings,
  {
    journal,
    mine = {},
  }: {
    readonly journal: Journal;
    readonly mine?: Partial<Pick<Journal, 'by' | 'tokenExpiresAtMs'>>;
  },
): Promise<Ready | Held> {
  const trouble = readingTrouble(port, { kept, absorbed });
  if (trouble !== undefined) return { kind: 'held', code: trouble };
  if (!kept.known || !absorbed.known || !isUnchanged(journal, kept.account)) {
    return { kind: 'held', code: 'other-link' };
  }
  const { settings } = kept.account;
  const late = latecomersOf(absorbed.account, settings);
  const isTakenOver = mine.by !== undefined;
  if (late.size === 0 && !isTakenOver && port.now() < journal.leaseUntilMs) {
    return { kind: 'ready', journal, late };
  }
  const aside = withLatecomers(journal, late, settings);
  const renewed: Journal = {
    ...aside.journal,
    ...mine,
    phase: 'sent',
    leaseUntilMs: port.now() + sendWithinMs,
  };
  const written = await port.write(
    makingRoom(
      settings,
      new Map<string, Json>([...aside.changes, [journalKey, journalJson(renewed)]]),
    ),
  );
  if (written.outcome === 'ok') return { kind: 'ready', journal: renewed, late };
  const { code } = written.reason;

  return { kind: 'held', code: code === 'rejected' && late.size > 0 ? 'settings-refused' : code };
}

/** Renews the lease in the journal while this page works on its link, unless somebody else has it or it is there. */
export async function renewedOf(port: LinkPort, journal: Journal): Promise<Journal> {
  const reading = await port.readKept();
  if (!reading.known || !isUnchanged(journal, reading.account)) return journal;
  if (holdsSubject(reading.account, journal.subject)) return journal;
  const renewed: Journal = { ...journal, leaseUntilMs: port.now() + sendWithinMs };
  const written = await port.write(new Map([[journalKey, journalJson(renewed)]]));

  return written.outcome === 'ok' ? renewed : journal;
}

/** Whether an account still has this journal as it was read: nobody has taken the link over or back since. */
export const isUnchanged = (journal: Journal, { settings }: Account): boolean => {
  const found = journalOf(settings);

  return (
    found?.id === journal.id &&
    found.phase === journal.phase &&
    found.by === journal.by &&
    found.leaseUntilMs === journal.leaseUntilMs
  );
};
