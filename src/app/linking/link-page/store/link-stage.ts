import type { Account } from '../../../identity/account';
import { inOrder } from '../../../identity/link/link-plan';
import type { AccountRead } from '../../account/signed-in-account-state';
import type { LinkingProgress, phaseOf } from './linking-state';

/** What stands above the part of the page that changes with each phase. */
export interface LinkStage {
  /** By which words the page is headed; a review and a receipt have headings of their own. */
  readonly heading?: 'link' | 'signIn' | 'linking' | 'notLinked';
  readonly step?: 1 | 2;
  /** What is between the two accounts, where they are shown. */
  readonly tie?: 'waiting' | 'linking' | 'apart';
}

/** How the page is headed where a link stands. */
export function stageOf(phase: ReturnType<typeof phaseOf>, progress: LinkingProgress): LinkStage {
  switch (phase) {
    case 'idle':
      return { heading: 'link', step: 1 };
    case 'signingIn':
      // What is typed into the page needs its room.
      return progress.phase === 'signingIn' && progress.message
        ? { heading: 'link', step: 1 }
        : { heading: 'signIn', step: 1, tie: 'waiting' };
    case 'signInUnknown':
    case 'reading':
      return { heading: 'signIn', step: 1, tie: 'waiting' };
    case 'preparing':
    case 'sending':
    case 'closing':
      return { heading: 'linking', step: 2, tie: 'linking' };
    case 'failed':
      return progress.phase === 'failed' && progress.kept?.kind === 'review'
        ? { heading: 'notLinked', step: 2, tie: 'apart' }
        : { heading: 'link' };
    case 'confirmingPrimary':
    case 'unknown':
      return { heading: 'link' };
    case 'reviewing':
    case 'done':
      return {};
  }
}

/** Whether two accounts that are shown side by side become one. */
export const becomesOne = (before: LinkingProgress, next: LinkingProgress): boolean =>
  next.phase === 'done' && stageOf(before.phase, before).tie === 'linking';

/** Whether the account that was proven second is the one that is kept. */
export const isSwapped = (progress: LinkingProgress): boolean =>
  'review' in progress && progress.review.plan.direction === 'keepSecond';

/** The two accounts, as far as they are known. */
export function accountsOf(
  progress: LinkingProgress,
  read: AccountRead,
): { readonly first?: Account; readonly second?: Account } {
  const kept = progress.phase === 'failed' ? progress.kept : undefined;
  const review =
    'review' in progress ? progress.review : kept?.kind === 'review' ? kept.review : undefined;
  if (review !== undefined) return inOrder(review.plan);

  return read.status === 'read' ? { first: read.account } : {};
}
