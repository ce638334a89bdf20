import { Injectable } from '@angular/core';

/** An order, by whose account it is; `by`: who has made it, whatever account it has moved to since. */
export interface Order {
  readonly id: string;
  readonly what: string;
  readonly state: string;
  readonly of: string;
  readonly by: string;
}

/** What the shop has on record, and how it answers. */
interface Shop {
  readonly orders: readonly Order[];
  /** By which ids it was asked to move orders, and which of these it has done. */
  readonly asked: readonly string[];
  readonly done: readonly string[];
  /** Whether it does not take anything now, and how long it takes, in milliseconds. */
  readonly isClosed?: boolean;
  readonly takesMs?: number;
}

const [ada, google] = ['auth0|1fd9e31003bc63f898467e36', 'google-oauth2|119230946235884572310'];

const before: Shop = {
  orders: [
    { id: '1043', what: 'Standing desk', state: 'On its way', of: ada, by: ada },
    { id: '1038', what: 'Desk lamp', state: 'Delivered', of: ada, by: ada },
    { id: '1031', what: 'Notebooks', state: 'Delivered', of: google, by: google },
  ],
  asked: [],
  done: [],
};

const entry = 'northwind.shop';

/**
 * The orders of the shop. A portal has them on its server, which moves none before it has seen for itself, at the tenant,
 * that the two accounts are one; this one has them in the browser.
 */
@Injectable({ providedIn: 'root' })
export class OrderRecord {
  all(): readonly Order[] {
    return this.#shop.orders;
  }

  unpaidOf(userId: string): Order | undefined {
    return this.all().find(({ of, state }) => of === userId && state === 'Not paid');
  }

  /** An order that somebody with this account has made and does not have yet. */
  onItsWayTo(userId: string): Order | undefined {
    return this.all().find(({ by, state }) => by === userId && state === 'On its way');
  }

  /** Moves the orders of an account to another, once for each id. */
  move(id: string, from: string, to: string): Promise<void> {
    return this.#once(id, (order) => (order.of === from ? { ...order, of: to } : order));
  }

  /** Gives an account back what it has brought, once for each id. */
  giveBack(id: string, from: string, to: string): Promise<void> {
    return this.#once(id, (order) =>
      order.of === from && order.by === to ? { ...order, of: to } : order,
    );
  }

  async #once(id: string, change: (order: Order) => Order): Promise<void> {
    const { asked, isClosed, takesMs = 0 } = this.#shop;
    this.#keep({ asked: [...asked, id] });
    if (isClosed) throw new Error('The shop is closed.');
    await new Promise((resolve) => setTimeout(resolve, takesMs));
    const { done, orders } = this.#shop;
    if (!done.includes(id)) this.#keep({ done: [...done, id], orders: orders.map(change) });
  }

  get #shop(): Shop {
    const kept = localStorage.getItem(entry);

    return kept === null ? before : (JSON.parse(kept) as Shop);
  }

  #keep(news: Partial<Shop>): void {
    localStorage.setItem(entry, JSON.stringify({ ...this.#shop, ...news }));
  }
}
