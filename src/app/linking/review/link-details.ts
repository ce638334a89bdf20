import { Clipboard } from '@angular/cdk/clipboard';
import { DatePipe } from '@angular/common';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { inOrder, type LinkPlan } from '../../identity/link/link-plan';
import { Afresh } from '../../page-translation/afresh';

/** For those who look after the tenant: which id stays, since when there are both, and what will be asked for. */
@Component({
  selector: 'app-link-details',
  imports: [Afresh, DatePipe, MatButton],
  template: `
    <dl *appAfresh="plan()">
      <dt id="kept-id-label" i18n>User ID of the account that stays</dt>
      <dd>
        <code translate="no">{{ plan().kept.userId }}</code>&ngsp;
        @if (plan().kept.createdAtMs; as createdAt) {
          <ng-container i18n>since {{ createdAt | date: 'mediumDate' }}</ng-container>
        }
        <button
          matButton
          type="button"
          id="kept-id-copy"
          data-action="copy-id"
          [attr.data-target]="'kept'"
          aria-labelledby="kept-id-copy kept-id-label"
          (click)="copy(plan().kept.userId)"
        >
          @if (copied() === plan().kept.userId) {
            <span i18n>Copied</span>
          } @else {
            <span i18n>Copy</span>
          }
        </button>
      </dd>
      <dt id="absorbed-id-label" i18n>User ID of the account you add</dt>
      <dd>
        <code translate="no">{{ plan().absorbed.userId }}</code>&ngsp;
        @if (plan().absorbed.createdAtMs; as createdAt) {
          <ng-container i18n>since {{ createdAt | date: 'mediumDate' }}</ng-container>
        }
        <button
          matButton
          type="button"
          id="absorbed-id-copy"
          data-action="copy-id"
          [attr.data-target]="'absorbed'"
          aria-labelledby="absorbed-id-copy absorbed-id-label"
          (click)="copy(plan().absorbed.userId)"
        >
          @if (copied() === plan().absorbed.userId) {
            <span i18n>Copied</span>
          } @else {
            <span i18n>Copy</span>
          }
        </button>
      </dd>
      <dt i18n>Which account stays</dt>
      @if (plan().kept === order().first) {
        <dd i18n>The account you are signed in with stays.</dd>
      } @else {
        <dd i18n>The account you just signed in to stays.</dd>
      }
      <dt i18n>Requests to the sign-in service</dt>
      <dd>{{ plan().calls }}</dd>
    </dl>
    <p class="heard" role="status">
      @if (copied()) {
        <span i18n>Copied</span>
      }
    </p>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: max-content minmax(0, 1fr);
      gap: 4px 16px;
      margin: 0;

      @media (width < 600px) {
        grid-template-columns: minmax(0, 1fr);
        gap: 0;
      }
    }

    dt {
      color: var(--ligature-ink-3);
    }

    dd {
      display: flex;
      flex-wrap: wrap;
      gap: 0 6px;
      align-items: center;
      margin: 0;
      overflow-wrap: anywhere;
    }

    code {
      min-inline-size: 0;
    }

    /* As high as a line almost, so that the lines stay together. */
    .mat-mdc-button {
      block-size: 28px;
      min-inline-size: 0;
      padding-inline: 8px;
      font: var(--ligature-type-small);
    }

    dt,
    dd {
      align-self: center;
    }
  `,
})
export class LinkDetails {
  readonly #clipboard = inject(Clipboard);

  readonly plan = input.required<LinkPlan>();

  protected readonly order = computed(() => inOrder(this.plan()));
  /** The ID that was copied last. */
  protected readonly copied = signal('');

  protected copy(id: string): void {
    this.copied.set(this.#clipboard.copy(id) ? id : '');
  }
}
