import { Component, input, output } from '@angular/core';
import { MatSlideToggle } from '@angular/material/slide-toggle';

/** Shows personal values as they are, or a number in the place of each. */
@Component({
  selector: 'app-reveal-switch',
  imports: [MatSlideToggle],
  template: `
    <mat-slide-toggle
      hideIcon
      data-action="reveal"
      [checked]="isOn()"
      (change)="switched.emit($event.checked)"
      i18n
    >
      Reveal email addresses, phone numbers and IDs
    </mat-slide-toggle>
  `,
  styles: `
    mat-slide-toggle {
      --mat-slide-toggle-label-text-size: 0.875rem;
    }
  `,
})
export class RevealSwitch {
  readonly isOn = input.required<boolean>();
  readonly switched = output<boolean>();
}
