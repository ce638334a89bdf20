import { Component } from '@angular/core';

import { WaitNotes } from '../notices/wait-notes';

/** The account page while the account is being read: where everything will be, and nothing of it yet. */
@Component({
  selector: 'app-account-skeleton',
  imports: [WaitNotes],
  template: `
    <p class="heard" i18n>Reading your account</p>
    <div class="card person" aria-hidden="true">
      <span class="skeleton face"></span>
      <div class="words">
        <span class="skeleton line"></span>
        <span class="skeleton line long"></span>
      </div>
    </div>
    <app-wait-notes />
    <div class="head" aria-hidden="true">
      <span class="skeleton line"></span>
      <span class="skeleton button"></span>
    </div>
    <div class="tiles" aria-hidden="true">
      @for (row of [1, 2]; track row) {
        <div class="tile">
          <span class="skeleton mark"></span>
          <div class="words">
            <span class="skeleton line"></span>
            <span class="skeleton line long"></span>
          </div>
        </div>
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: calc(var(--ligature-space-part) / 2);
    }

    .person {
      display: flex;
      gap: 16px;
      align-items: center;
      padding: calc(var(--ligature-space-inset) + 4px);
    }

    .head {
      display: flex;
      gap: 16px;
      align-items: center;
      justify-content: space-between;
      margin-block-start: calc(var(--ligature-space-part) - 4px);
    }

    .button {
      inline-size: 186px;
      block-size: var(--ligature-control-height);
      border-radius: var(--ligature-radius-control);
    }

    .tile + .tile {
      border-block-start: 1px solid var(--ligature-line);
    }

    .words {
      gap: 8px;
    }

    .face {
      flex: none;
      inline-size: 56px;
      block-size: 56px;
      border-radius: 50%;
    }

    .mark {
      flex: none;
      inline-size: 40px;
      block-size: var(--ligature-control-height);
      border-radius: 8px;
    }

    .line {
      inline-size: min(160px, 40%);
      block-size: 12px;

      &.long {
        inline-size: min(260px, 70%);
        block-size: 10px;
      }
    }
  `,
  host: { role: 'status' },
})
export class AccountSkeleton {}
