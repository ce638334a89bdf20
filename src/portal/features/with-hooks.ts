import { inject, Injector } from '@angular/core';

import { PORTAL_PART } from '../../app/linking/notices/portal-part';
import { PORTAL_HOOKS } from '../../app/saga/ports/portal-hooks';
import type { LigatureFeature } from './ligature-feature';
import { CalledHooks } from '../hooks/called-hooks';
import type { LigatureHooks } from '../hooks/ligature-hooks';

/**
 * Has a portal do its own part when its people link and unlink: it may refuse before, and is told after, until it has
 * answered. A hook is code in a browser, so whatever it asks the portal's server for, that has to check by itself that
 * the two accounts are one.
 *
 * @example
 * withHooks({
 *   beforeLink: ({ absorbed }) =>
 *     inject(Orders).isPaid(absorbed.userId) ? undefined : { refuse: 'Pay your open order first.' },
 *   afterLink: ({ id, kept, absorbed }) => inject(Orders).move(absorbed, kept, id),
 * })
 */
export const withHooks = (hooks: LigatureHooks): LigatureFeature => ({
  ɵproviders: [
    {
      provide: PORTAL_HOOKS,
      useFactory: () => new CalledHooks(hooks, inject(Injector)),
    },
    {
      provide: PORTAL_PART,
      useValue: async () => (await import('../hooks/portal-part-notice')).PortalPartNotice,
    },
  ],
});
