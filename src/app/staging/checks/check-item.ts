import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { Afresh } from '../../page-translation/afresh';
import type { Writer } from '../../trace/masking';
import { FactsList } from '../ui/facts-list';
import type { Check } from './rules/check';
import { statusOf, type CheckResult } from './rules/check-result';
import { statusWords } from './verdict-words';

/** One check: what was seen, why it matters, and how to mend it. */
@Component({
  selector: 'app-check-item',
  imports: [Afresh, FactsList, MatButton],
  templateUrl: './check-item.html',
  styleUrls: ['../ui/item.scss', './check-item.scss'],
  host: { '[attr.data-check]': 'result().check.id', '[attr.data-status]': 'status()' },
})
export class CheckItem {
  readonly result = input.required<CheckResult>();
  /** How personal values are written. */
  readonly write = input.required<Writer>();
  /** Whether a dry sign-in of any connection is under way. */
  readonly signingIn = input.required<boolean>();
  readonly run = output<Check>();
  readonly signIn = output<Check>();

  protected readonly verdict = computed(() => {
    const { progress } = this.result();

    return progress.status === 'done' ? progress.verdict : undefined;
  });
  protected readonly status = computed(() => statusOf(this.result().progress));
  protected readonly label = computed(() => statusWords[this.status()]);
  protected readonly fix = computed(() => this.verdict()?.fix);
  protected readonly facts = computed(() => this.verdict()?.facts ?? []);

  /** A button's own words come first in its name, so that it can be called by what one sees. */
  protected readonly runAgainLabel = computed(
    () => $localize`Run again: ${this.result().check.title}:check:`,
  );
  protected readonly drySignInLabel = computed(
    () => $localize`Dry sign-in: ${this.result().check.connection?.label ?? ''}:connection:`,
  );
}
