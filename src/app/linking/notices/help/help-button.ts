import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { CircleQuestionMark } from 'lucide';

import { Icon } from '../../ui/icon';
import { Help } from './help';

/** Offers to say what linking does. */
@Component({
  selector: 'app-help-button',
  imports: [Icon, MatButton],
  template: `
    <button matButton type="button" data-action="open-help" (click)="help.open()">
      <span>
        <app-icon [icon]="icon" [size]="18" />
        <ng-container i18n>What does linking do?</ng-container>
      </span>
    </button>
  `,
  styles: `
    span {
      display: inline-flex;
      gap: 8px;
      align-items: center;
    }
  `,
})
export class HelpButton {
  protected readonly help = inject(Help);
  protected readonly icon = CircleQuestionMark;
}
