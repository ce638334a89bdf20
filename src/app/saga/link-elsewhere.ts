import { holdsSubject, type Account } from '../identity/account';
import type { Journal } from '../identity/link/journal';
import { plainlyDone, type LinkResult } from './link-result';

/** Whether another browser may be busy with a link in this moment. */
export const isBusyElsewhere = (journal: Journal, by: string, now: number): boolean =>
  journal.by !== by && now < journal.lease;

/** How a link has ended whose journal is gone: the account tells. */
export const endedElsewhere = (account: Account, { subject }: Journal): LinkResult =>
  holdsSubject(account, subject) ? plainlyDone : { result: 'notDone', code: 'undone' };
