import { defer, from, merge, ReplaySubject, type Observable } from 'rxjs';

import { withAccountLock } from '../ports/account-lock';
import type { LinkEvent, LinkPhase, LinkResult } from './link-result';

/**
 * Tells of the steps of a link while they are taken, and how they have ended. No two tabs take steps for one
 * account at a time, and whoever stops listening does not stop them.
 */
export const observeLink = (
  userId: string,
  steps: (report: (phase: LinkPhase) => void) => Promise<LinkResult>,
): Observable<LinkEvent> =>
  defer(() => {
    const phases = new ReplaySubject<LinkEvent>();
    const result = withAccountLock(userId, () =>
      steps((phase) => phases.next({ kind: 'phase', phase })),
    ).then((ended) => ended ?? ({ kind: 'notDone', code: 'other-tab' } as const));

    return merge(
      phases,
      from(
        result
          .then((ended): LinkEvent => ({ kind: 'ended', result: ended }))
          .finally(() => phases.complete()),
      ),
    );
  });
