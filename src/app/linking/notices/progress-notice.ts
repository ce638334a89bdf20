import { Component, input } from '@angular/core';
import { MatProgressBar } from '@angular/material/progress-bar';

/** Something is under way: says what, to eyes and to screen readers. */
@Component({
  selector: 'app-progress-notice',
  imports: [MatProgressBar],
  template: `
    <ng-content />
    <mat-progress-bar mode="indeterminate" [aria-label]="label()" />
  `,
  styles: `
    :host {
      display: grid;
      gap: 16px;
      color: var(--mat-sys-on-surface-variant);
    }
  `,
  host: { role: 'status' },
})
export class ProgressNotice {
  /** What is being waited for, in a few words. */
  readonly label = input.required<string>();
}
