import type { Journal } from '../identity/link/journal';
import type { UnfinishedLink } from '../identity/link/unfinished-link';
import type { LinkResult } from '../saga/link-result';
import type { OpenLink } from '../saga/reconcile-link';

export interface UnfinishedState {
  readonly unfinished: UnfinishedLink;
}

export const unfinishedIs = (unfinished: UnfinishedLink): UnfinishedState => ({ unfinished });

/** Whether more may become known of a link, and what is shown of it is over once the account has no journal. */
export const needsWatching = ({ status }: UnfinishedLink): boolean =>
  status === 'open' || status === 'undone' || status === 'elsewhere';

/** What is shown of a journal that was found; `onThisDevice` turns the tenant's time into this device's. */
export function foundAs(
  link: Exclude<OpenLink, { status: 'none' }>,
  onThisDevice: (time: number) => number,
): UnfinishedLink {
  switch (link.status) {
    case 'closed':
      return { status: 'finished', ...link.remarks };
    case 'undone':
      return { ...link, until: onThisDevice(link.until) };
    case 'open':
    case 'elsewhere':
      return link;
  }
}

/** What is shown of how an undo has ended. */
export function undoneAs(
  journal: Journal,
  ended: Exclude<LinkResult, { result: 'changed' }>,
): UnfinishedLink {
  if (ended.result === 'done') return { status: 'finished', ...ended.remarks };
  if (ended.result === 'notDone' && ended.code === 'undone') return { status: 'takenBack' };

  return { status: 'open', journal, code: ended.code };
}
