import { Component, input, model, viewChild, type ElementRef } from '@angular/core';
import { ChevronDown, type IconNode } from 'lucide';

import { Afresh } from '../../page-translation/afresh';
import { Icon } from './icon';

/** A card of one line, which says what is in it and how much, and shows it when it is opened. */
@Component({
  selector: 'app-fold',
  imports: [Afresh, Icon],
  template: `
    <details class="card" [open]="isOpen()" (toggle)="isOpen.set(details.open)" #details>
      <summary #summary data-action="unfold" [attr.data-target]="target()">
        <app-icon [icon]="icon()" />
        <h2>{{ name() }}</h2>
        <span *appAfresh="count()" class="count">{{ count() }}</span>
        <span *appAfresh="hint()" class="hint">{{ hint() }}</span>
        <app-icon class="chevron" [icon]="chevron" [size]="16" />
      </summary>
      @if (isOpen()) {
        <div class="inside"><ng-content /></div>
      }
    </details>
  `,
  styles: `
    summary {
      display: flex;
      gap: 12px;
      align-items: center;
      min-block-size: calc(48px + 4px * var(--ligature-density));
      padding: calc(var(--ligature-row-padding) + 1px) var(--ligature-space-inset);
      border-radius: inherit;
      cursor: pointer;
      list-style: none;

      &::-webkit-details-marker {
        display: none;
      }

      &:hover {
        background: var(--ligature-hover);
      }
    }

    app-icon {
      color: var(--ligature-ink-3);
    }

    h2 {
      flex: none;
      margin: 0;
      font: 500 0.9375rem / 1.25rem var(--ligature-font);
    }

    .hint {
      min-inline-size: 0;
      overflow: hidden;
      color: var(--ligature-ink-3);
      font: var(--ligature-type-small);
      text-overflow: ellipsis;
      white-space: nowrap;

      @media (width < 600px) {
        display: none;
      }
    }

    .chevron {
      margin-inline-start: auto;
      transition: rotate var(--ligature-calm);

      [open] > summary > & {
        rotate: 180deg;
      }
    }

    .inside {
      padding: var(--ligature-row-padding) var(--ligature-space-inset) var(--ligature-space-inset);
    }
  `,
})
export class Fold {
  readonly icon = input.required<IconNode>();
  readonly name = input.required<string>();
  readonly count = input.required<number>();
  /** The first of what is in it. */
  readonly hint = input('');
  /** What tests and scripts know it by. */
  readonly target = input.required<string>();
  readonly isOpen = model(false);

  private readonly summary = viewChild.required<ElementRef<HTMLElement>>('summary');

  protected readonly chevron = ChevronDown;

  /** For whoever has pressed something in it that is gone now. */
  focus(): void {
    this.summary().nativeElement.focus();
  }
}
