import { holdsSubject, type Account } from '../identity/account';
import { journalOf } from '../identity/link/journal';
import type { LinkingProgress } from './linking-state';

/**
 * What an account that has been read says of a link that stands still on this page: it has happened, it was taken
 * back, or it is no wiser than the page.
 */
export function knownEnd(
  progress: LinkingProgress,
  account: Account,
): 'linked' | 'takenBack' | undefined {
  if (progress.phase !== 'unknown') return undefined;
  const { link } = progress;
  // What joins is this account itself: it is the other one that tells.
  if (link.review?.plan.direction === 'keepSecond') return undefined;
  const journal = journalOf(account.settings);
  const subject =
    link.kind === 'recorded' ? link.journal.subject : link.review.plan.secondary.userId;
  // With a journal there is still something to finish.
  if (holdsSubject(account, subject)) return journal === undefined ? 'linked' : undefined;

  return link.kind === 'recorded' && journal?.id !== link.journal.id ? 'takenBack' : undefined;
}
