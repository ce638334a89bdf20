import { Component, computed, input, output, type OutputEmitterRef } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { Afresh } from '../../page-translation/afresh';
import type { Writer } from '../../trace/masking';
import { tookWords } from '../ui/ago-words';
import { FactsList } from '../ui/facts-list';
import type { Drill } from './catalogue/drill';
import { stepsInWords } from './catalogue/step-words';
import { DrillAccounts } from './drill-accounts';
import { foundWordsOf, insteadWordsOf } from './drill-words';
import { statusOf, statusWords, type DrillResult } from './judge/drill-result';

/** One drill, as rows of a table: what it shows, what it writes, its steps, and what came of it. */
@Component({
  // eslint-disable-next-line @angular-eslint/component-selector -- a table takes no other elements
  selector: 'tbody[app-drill-item]',
  imports: [Afresh, DrillAccounts, FactsList, MatButton],
  templateUrl: './drill-item.html',
  styleUrls: ['../ui/pill.scss', './drill-item.scss'],
  host: { '[attr.data-drill]': 'result().drill.id', '[attr.data-status]': 'status()' },
})
export class DrillItem {
  readonly result = input.required<DrillResult>();
  /** How personal values are written. */
  readonly write = input.required<Writer>();
  /** Whether it can be carried out here without anybody's hands. */
  readonly canRun = input.required<boolean>();
  /** Whether a person can go through it here. */
  readonly canGuide = input.required<boolean>();
  readonly isBusy = input.required<boolean>();
  readonly run = output<Drill>();
  readonly guideThrough = output<Drill>();

  protected readonly foundWordsOf = foundWordsOf;
  protected readonly insteadWordsOf = insteadWordsOf;
  protected readonly outcome = computed(() => {
    const { progress } = this.result();

    return progress.status === 'done' ? progress.outcome : undefined;
  });
  /** What was not as it should be, which nobody has to look for. */
  protected readonly problems = computed(() =>
    (this.outcome()?.evidence ?? []).filter(({ found }) => found !== 'asExpected'),
  );
  protected readonly took = computed(() => {
    const outcome = this.outcome();

    return outcome === undefined ? '' : tookWords(outcome.durationMs);
  });
  protected readonly status = computed(() => statusOf(this.result().progress));
  protected readonly label = computed(() => statusWords[this.status()]);
  protected readonly steps = computed(() => stepsInWords(this.result().drill));
  protected readonly currentStep = computed(() => {
    const { progress } = this.result();

    return progress.status === 'running' ? this.steps()[progress.step] : undefined;
  });

  /** A button's own words come first in its name, so that it can be called by what one sees. */
  protected readonly runLabel = computed(() => $localize`Run: ${this.result().drill.title}:drill:`);
  protected readonly guideLabel = computed(
    () => $localize`Go through it yourself: ${this.result().drill.title}:drill:`,
  );
  protected readonly evidenceLabel = computed(
    () => $localize`Evidence: ${this.result().drill.title}:drill:`,
  );

  /** The buttons keep the focus while something runs, so they can be pressed then as well. */
  protected begin(way: OutputEmitterRef<Drill>): void {
    if (!this.isBusy()) way.emit(this.result().drill);
  }
}
