import { Component, inject } from '@angular/core';

import { OrderRecord } from './order-record';

/** A page of the portal's own. */
@Component({
  selector: 'portal-orders',
  template: `
    <h1>Orders</h1>
    <ul>
      @for (order of orders; track order.id) {
        <li>
          <span>{{ order.id }}</span>
          <span>
            {{ order.what }}
            <small>{{ order.of }}</small>
          </span>
          <span class="state">{{ order.state }}</span>
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: block;
      max-inline-size: 720px;
      margin-inline: auto;
      padding: 24px;
    }

    h1 {
      font: var(--mat-sys-headline-medium);
    }

    ul {
      margin: 0;
      padding: 0;
      border-radius: 16px;
      background: var(--mat-sys-surface-container-low);
      list-style: none;
    }

    li {
      display: grid;
      grid-template-columns: 5rem 1fr auto;
      padding: 16px 24px;
    }

    small {
      display: block;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
      overflow-wrap: anywhere;
    }

    .state {
      color: var(--mat-sys-primary);
    }
  `,
})
export class Orders {
  protected readonly orders = inject(OrderRecord).all();
}
