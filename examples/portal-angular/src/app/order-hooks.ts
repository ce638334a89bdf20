import { inject } from '@angular/core';
import type { LigatureHooks } from 'ligature-angular';

import { OrderRecord } from './order-record';

/** What the shop does about its orders when two accounts become one, and when they part again. */
export const orderHooks: LigatureHooks = {
  beforeLink: ({ absorbed }) => {
    const unpaid = inject(OrderRecord).unpaidOf(absorbed.userId);

    return unpaid && { refuse: `Pay order ${unpaid.id} first: then it can move to this account.` };
  },
  beforeUnlink: ({ left }) => {
    const order = inject(OrderRecord).onItsWayTo(left.userId);

    return order && { refuse: `Order ${order.id} is on its way. Unlink when it has arrived.` };
  },
  afterLink: ({ id, kept, absorbed }) => inject(OrderRecord).move(id, absorbed, kept),
  afterUnlink: ({ id, kept, left }) => inject(OrderRecord).giveBack(id, kept, left),
};
