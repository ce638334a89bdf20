import { holdsSubject } from '../../../identity/account';
import { journalOf } from '../../../identity/link/journal';
import type { AccountRead } from '../../account/signed-in-account-state';
import {
  underwayAgain,
  type LinkingProgress,
  type LinkUnderway,
  type NeverBegun,
} from './linking-state';

/**
 * What an account that has been read says of a link that stands still on this page: it has happened, it was taken
 * back, it has never begun, its journal is there, or it is no wiser than the page.
 */
export function knownEnd(
  progress: LinkingProgress,
  read: AccountRead,
):
  | { readonly kind: 'linked'; readonly link: LinkUnderway }
  | ({ readonly kind: 'neverBegun' } & NeverBegun)
  | { readonly kind: 'takenBack' | 'journalSeen' }
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

  if (link.kind !== 'recorded') return undefined;
  if (journal?.id === link.journal.id) return { kind: 'journalSeen' };

  // Only what was there can have been taken back.
  if (!link.isUnseen || link.review === undefined) return { kind: 'takenBack' };
  const { code, isChecking: isBackOnline = false } = progress;

  return { kind: 'neverBegun', code, isBackOnline, review: link.review };
}
