import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ExternalLink } from 'lucide';

import { Icon } from '../../linking/ui/icon';
import { Afresh } from '../../page-translation/afresh';
import type { Writer } from '../../trace/masking';
import { FactsList } from '../ui/facts-list';
import { CheckFix } from './check-fix';
import type { Check } from './rules/check';
import { knownVerdict, statusOf, titleOf } from './rules/check-result';
import type { JudgedCheck } from './rules/standing';
import type { Fix } from './rules/verdict';
import { standingWords } from './verdict-words';

/** One check: what was seen, why it matters, and how to fix it. */
@Component({
  selector: 'app-check-item',
  imports: [Afresh, CheckFix, FactsList, Icon, MatButton],
  templateUrl: './check-item.html',
  styleUrls: ['../ui/item.scss', '../ui/pill.scss', './check-item.scss'],
  host: {
    '[attr.data-check]': 'result().check.id',
    '[attr.data-status]': 'status()',
    '[attr.data-standing]': 'result().standing.kind',
    '[class.card]': 'number() > 0',
    '[id]': "'check-' + result().check.id",
  },
})
export class CheckItem {
  readonly result = input.required<JudgedCheck>();
  /** How personal values are written. */
  readonly write = input.required<Writer>();
  /** Whether a dry sign-in of any connection is under way. */
  readonly signingIn = input.required<boolean>();
  /** Where the setting is, and whether that is a workbench. */
  readonly addressOf = input.required<(page: NonNullable<Fix['page']>) => string>();
  readonly isLocal = input.required<boolean>();
  /** Its place among those that are to be fixed; 0 where it is one of many that are well. */
  readonly number = input(0);
  /** How many others wait for it. */
  readonly blocks = input(0);
  readonly run = output<Check>();
  readonly signIn = output<Check>();
  readonly fixing = output<Check>();

  protected readonly icon = ExternalLink;
  protected readonly verdict = computed(() => knownVerdict(this.result().progress));
  protected readonly status = computed(() => statusOf(this.result().progress));
  protected readonly label = computed(() =>
    standingWords(this.status() === 'running' ? { kind: 'running' } : this.result().standing),
  );
  /** A problem is called by what is wrong. */
  protected readonly title = computed(() => titleOf(this.result()));
  protected readonly fix = computed(() => this.verdict()?.fix);
  readonly #facts = computed(() => this.verdict()?.facts ?? []);
  /** What a dry sign-in was made for is shown at once; whoever wants the other facts unfolds them. */
  protected readonly claims = computed(() =>
    this.result().check.connection === undefined ? [] : this.#facts(),
  );
  protected readonly facts = computed(() =>
    this.result().check.connection === undefined ? this.#facts() : [],
  );
  protected readonly address = computed(() => {
    const page = this.fix()?.page;

    return page && this.addressOf()(page);
  });

  /** A button's own words come first in its name, so that it can be called by what one sees. */
  protected readonly runAgainLabel = computed(() => $localize`Run again: ${this.title()}:check:`);
  protected readonly openLabel = computed(() =>
    this.isLocal()
      ? $localize`Open the workbench: ${this.title()}:check:`
      : $localize`Open in Auth0: ${this.title()}:check:`,
  );
  protected readonly drySignInLabel = computed(
    () => $localize`Dry sign-in: ${this.result().check.connection?.label ?? ''}:connection:`,
  );

  /** The buttons keep the focus while something runs, so they can be pressed then as well. */
  protected runAgain(): void {
    if (this.status() !== 'running') this.run.emit(this.result().check);
  }

  protected signInDry(): void {
    if (!this.signingIn()) this.signIn.emit(this.result().check);
  }
}
