import { holdsSubject } from '../../../identity/account';
import { journalOf } from '../../../identity/link/journal';
import type { AccountRead } from '../../account/signed-in-account-state';
import { underwayAgain, type LinkingProgress, type LinkUnderway } from './linking-state';

/**
 * What an account that has been read says of a link that stands still on this page: it has happened, it was taken
 * back, or it is no wiser than the page.
 */
export function knownEnd(
  progress: LinkingProgress,
  read: AccountRead,
):
  | { readonly kind: 'linked'; readonly link: LinkUnderway }
  | { readonly kind: 'takenBack' }
  | undefined {
  if (progress.phase !== 'unknown' || read.status !== 'read') return undefined;
  const { link } = progress;
  const { account } = read;
  // The absorbed account is this one itself: it is the other one that tells.
  if (link.review?.plan.direction === 'keepSecond') return undefined;
  const journal = journalOf(account.settings);
  const subject =
    link.kind === 'recorded' ? link.journal.subject : link.review.plan.absorbed.userId;
  if (holdsSubject(account, subject)) {
    // With a journal there is still something to finish.
    return journal === undefined
      ? { kind: 'linked', link: underwayAgain(link, account) }
      : undefined;
  }

  return link.kind === 'recorded' && journal?.id !== link.journal.id
    ? { kind: 'takenBack' }
    : undefined;
}
