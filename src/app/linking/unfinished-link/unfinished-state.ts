import { holdsSubject, type Account } from '../../identity/account';
import { arriveWithinMs, type Journal } from '../../identity/link/journal';
import type { UnfinishedLink } from '../../identity/link/unfinished-link';
import { noRemarks, type LinkResult } from '../../saga/link/link-result';
import type { OpenLink } from '../../saga/link/reconcile-link';
import type { Sent } from '../../session/storage/sent-link';
import type { LeftLink } from '../store/observed-link';

export interface UnfinishedLinkState {
  readonly link: UnfinishedLink;
}

export const linkIs = (link: UnfinishedLink): UnfinishedLinkState => ({ link });

/** Whether more may become known of a link, and what is shown of it is over once the account has no journal. */
export const needsWatching = ({ status }: UnfinishedLink): boolean =>
  status === 'open' ||
  status === 'undone' ||
  status === 'elsewhere' ||
  status === 'here' ||
  status === 'unknown';

/** Whether no link is on its way, so that it can be said what is not linked, and another one can begin. */
export const isSettled = (link: UnfinishedLink): boolean =>
  link.status === 'none' ||
  link.status === 'takenBack' ||
  link.status === 'finished' ||
  link.status === 'ended';

/** Whether what an account has on record is what this tab is busy with itself. */
export const isRunning = (shown: UnfinishedLink, { userId }: Account): boolean =>
  shown.status === 'running' && [shown.link.userId, shown.link.subject].includes(userId);

/** What has become of a link that was shown, once the account has no journal any more. */
export function overAs(shown: UnfinishedLink, account: Account, nowMs: number): UnfinishedLink {
  if (shown.status === 'unknown') return sentAs(shown, account, nowMs);
  const subject =
    shown.status === 'open'
      ? shown.journal.subject
      : shown.status === 'undone'
        ? shown.subject
        : undefined;
  if (subject !== undefined && holdsSubject(account, subject)) {
    return { status: 'finished', ...noRemarks };
  }

  return { status: shown.status === 'undone' ? 'takenBack' : 'none' };
}

type Unknown = Extract<UnfinishedLink, { status: 'unknown' }>;

/** What is known of a link that may still arrive: without a journal, only the account's methods tell. */
function sentAs(shown: Unknown, account: Account, nowMs: number): UnfinishedLink {
  const { link, untilMs } = shown;
  if (![link.userId, link.subject].includes(account.userId)) return { status: 'none' };
  const [one, other] = [link.userId, link.subject];
  if (holdsSubject(account, one) && holdsSubject(account, other)) {
    return { status: 'finished', ...noRemarks };
  }

  return nowMs < untilMs ? shown : { status: 'ended', link, end: 'notLinked' };
}

/** What is shown of a link that this tab has sent, and of which its pages know no more. */
export const sentIs = ({ link, untilMs }: Sent): UnfinishedLink => ({
  status: 'unknown',
  link,
  untilMs,
});

/** What is shown of a link whose page was left. */
export function leftAs({ link, result }: LeftLink, nowMs: number): UnfinishedLink {
  switch (result?.kind) {
    case undefined:
      return { status: 'running', link };
    case 'done':
      return { status: 'ended', link, end: 'linked' };
    case 'notDone':
      return { status: 'ended', link, end: 'notLinked', code: result.code };
    case 'changed':
      return { status: 'ended', link, end: 'notLinked' };
    case 'unknown':
    case 'open':
      return { status: 'unknown', link, untilMs: nowMs + arriveWithinMs, code: result.code };
  }
}

/** What is shown of a journal that was found; `onThisDevice` turns the tenant's time into this device's. */
export function foundAs(
  link: Exclude<OpenLink, { status: 'none' }>,
  onThisDevice: (tenantMs: number) => number,
): UnfinishedLink {
  switch (link.status) {
    case 'closed':
      return { status: 'finished', ...link.remarks };
    case 'undone':
      return { ...link, untilMs: onThisDevice(link.untilMs) };
    case 'open': {
      const { busyUntilMs, ...open } = link;

      return busyUntilMs === undefined ? open : { ...open, busyUntilMs: onThisDevice(busyUntilMs) };
    }
    case 'elsewhere':
    case 'here':
      return link;
  }
}

/** What is shown of how an undo has ended. */
export function undoneAs(
  journal: Journal,
  ended: Exclude<LinkResult, { kind: 'changed' }>,
): UnfinishedLink {
  if (ended.kind === 'done') return { status: 'finished', ...ended.remarks };
  if (ended.kind === 'notDone' && ended.code === 'undone') return { status: 'takenBack' };

  return { status: 'open', journal, code: ended.code };
}
