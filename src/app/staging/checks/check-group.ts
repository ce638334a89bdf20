import { Component, computed, input } from '@angular/core';
import { ChevronDown } from 'lucide';

import { Icon } from '../../linking/ui/icon';
import { Afresh } from '../../page-translation/afresh';
import { CheckTicks } from './check-ticks';
import { countOf, type JudgedCheck } from './rules/standing';
import { countWords } from './verdict-words';

/** The checks under one heading, folded: how many have passed, and what the others came to. */
@Component({
  selector: 'app-check-group',
  imports: [Afresh, CheckTicks, Icon],
  template: `
    <details [attr.data-group]="group()">
      <summary>
        <span class="title">{{ title() }}</span>
        <span *appAfresh="what()" class="what">{{ what() }}</span>
        <app-check-ticks [judged]="judged()" />
        <span *appAfresh="passed() + '/' + used()" class="passed">
          <b>{{ passed() }}</b>/{{ used() }}
          <span class="heard" i18n>passed</span>
        </span>
        <app-icon class="chevron" [icon]="chevron" [size]="20" />
      </summary>
      <ng-content />
    </details>
  `,
  styleUrl: './check-group.scss',
})
export class CheckGroup {
  readonly group = input.required<string>();
  readonly title = input.required<string>();
  readonly judged = input.required<readonly JudgedCheck[]>();

  protected readonly chevron = ChevronDown;
  protected readonly passed = computed(() => countOf(this.judged(), 'passed'));
  protected readonly used = computed(
    () => this.judged().length - countOf(this.judged(), 'notUsed'),
  );
  protected readonly what = computed(() => countWords(this.judged(), 'passed'));
}
