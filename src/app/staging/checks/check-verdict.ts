import { Component, computed, input } from '@angular/core';
import { MatProgressBar } from '@angular/material/progress-bar';
import { CircleAlert, CircleCheck, LoaderCircle, LogIn, TriangleAlert } from 'lucide';

import { Icon } from '../../linking/ui/icon';
import { tickingClock } from '../../linking/ui/ticking-clock';
import { Afresh } from '../../page-translation/afresh';
import { agoWords, tookWords } from '../ui/ago-words';
import { CheckTicks } from './check-ticks';
import type { ChecksRun } from './rules/check-result';
import type { JudgedCheck, LinkVerdict } from './rules/standing';
import { countWords, nextWords, notRunWords, problemWords, warningWords } from './verdict-words';

/** The first thing that one sees: whether linking will work, and a map of everything that was looked at. */
@Component({
  selector: 'app-check-verdict',
  imports: [Afresh, CheckTicks, Icon, MatProgressBar],
  templateUrl: './check-verdict.html',
  styleUrl: './check-verdict.scss',
  host: { '[attr.data-verdict]': 'verdict().kind', '[class]': 'look().level' },
})
export class CheckVerdict {
  readonly #now = tickingClock();

  readonly verdict = input.required<LinkVerdict>();
  /** Every check, under its heading. */
  readonly groups = input.required<readonly { readonly items: readonly JudgedCheck[] }[]>();
  readonly run = input.required<ChecksRun>();
  /** What is to be fixed before anybody can sign in. */
  readonly stopper = input<string>();

  protected readonly all = computed(() => this.groups().flatMap(({ items }) => items));
  protected readonly done = computed(
    () => this.all().filter(({ progress }) => progress.status === 'done').length,
  );
  protected readonly percent = computed(() => (100 * this.done()) / this.all().length);
  protected readonly look = computed(() => lookOf(this.verdict()));
  protected readonly title = computed(() => titleOf(this.verdict()));
  /** What waits still, and what to do about it; empty where nothing does. */
  protected readonly next = computed(() => {
    const verdict = this.verdict();

    return verdict.kind === 'running' ? '' : nextWords(verdict, this.stopper());
  });
  protected readonly counts = computed(() => countWords(this.all(), 'problem'));
  protected readonly when = computed(() => {
    const run = this.run();
    if (run.status !== 'ended') return '';
    const ago = agoWords(this.#now() - run.atMs - run.tookMs);

    return $localize`Ran ${ago}:ago:, in ${tookWords(run.tookMs)}:duration:.`;
  });
  protected readonly mapLabel = computed(
    () => $localize`${this.all().length}:count: checks: ${countWords(this.all())}:what:`,
  );
}

/** What is known so far; while checks wait still, it says so and does not sound like the end. */
function titleOf(verdict: LinkVerdict): string {
  if (verdict.kind === 'running') return $localize`Checking whether linking will work`;
  const found = foundWords(verdict);

  return verdict.signIn + verdict.blocked === 0
    ? found
    : $localize`${found}:found:, and ${notRunWords(verdict)}:waiting:`;
}

function foundWords(verdict: Exclude<LinkVerdict, { kind: 'running' }>): string {
  switch (verdict.kind) {
    case 'broken':
      return $localize`Linking won’t work: ${problemWords(verdict.problems)}:problems:`;
    case 'signedOut':
      return $localize`No problem so far`;
    case 'ready':
      return verdict.warnings === 0
        ? $localize`Ready to link`
        : $localize`Ready to link, with ${warningWords(verdict.warnings)}:warnings:`;
  }
}

function lookOf(verdict: LinkVerdict) {
  switch (verdict.kind) {
    case 'running':
      return { icon: LoaderCircle, level: 'running' };
    case 'broken':
      return { icon: CircleAlert, level: 'bad' };
    case 'signedOut':
      return { icon: LogIn, level: 'open' };
    case 'ready':
      return verdict.warnings === 0
        ? { icon: CircleCheck, level: 'good' }
        : { icon: TriangleAlert, level: 'warn' };
  }
}
