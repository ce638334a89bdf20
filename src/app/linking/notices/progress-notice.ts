import { Component, input } from '@angular/core';
import { MatProgressBar } from '@angular/material/progress-bar';

import { Afresh } from '../../page-translation/afresh';
import { WaitNotes } from './wait-notes';

/** Something is under way: says what, to eyes and to screen readers. */
@Component({
  selector: 'app-progress-notice',
  imports: [Afresh, MatProgressBar, WaitNotes],
  template: `
    <mat-progress-bar mode="indeterminate" [aria-label]="label()" />
    <p *appAfresh="label()" class="label">{{ label() }}</p>
    <ng-content />
    @if (isOfTenant()) {
      <app-wait-notes />
    }
  `,
  styles: `
    :host {
      position: relative;
      display: grid;
      gap: 2px;
      padding: 18px 20px;
      overflow: clip;
      color: var(--ligature-ink-2);
    }

    mat-progress-bar {
      --mat-progress-bar-track-height: 3px;
      --mat-progress-bar-active-indicator-height: 3px;

      position: absolute;
      inset-block-start: 0;
      inset-inline: 0;
    }

    .label {
      margin: 0;
      color: var(--ligature-ink);
      font: var(--ligature-type-name);
    }
  `,
  host: { role: 'status', class: 'card' },
})
export class ProgressNotice {
  /** What is being waited for, in a few words. */
  readonly label = input.required<string>();
  /** Whether the tenant is waited for, which may take too long, and not a person, who may take their time. */
  readonly isOfTenant = input(false);
}
