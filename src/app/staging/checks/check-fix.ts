import { CdkCopyToClipboard } from '@angular/cdk/clipboard';
import { Component, computed, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Copy } from 'lucide';

import { Icon } from '../../linking/ui/icon';
import type { Fix } from './rules/verdict';

/** How to set something right: what goes where, to be copied. */
@Component({
  selector: 'app-check-fix',
  imports: [CdkCopyToClipboard, Icon, MatButton],
  templateUrl: './check-fix.html',
  styleUrl: './check-fix.scss',
})
export class CheckFix {
  readonly fix = input.required<Fix>();
  /** What is set right, for those who hear the buttons alone. */
  readonly title = input.required<string>();
  /** Whether the tenant is one on this machine, which has its settings from a file. */
  readonly isLocal = input.required<boolean>();

  protected readonly icon = Copy;
  protected readonly isCopied = signal(false);
  protected readonly copied = computed(() => this.fix().value ?? this.fix().lines);
  protected readonly linesLabel = computed(
    () => $localize`${this.title()}:check:, as lines of ${this.fix().file ?? ''}:file:`,
  );
  /** What a dashboard takes is a value; the lines are for a file. */
  protected readonly copyWords = computed(() =>
    this.fix().value === undefined ? $localize`Copy lines` : $localize`Copy value`,
  );
  protected readonly copyLabel = computed(
    () => $localize`${this.copyWords()}:button:: ${this.title()}:check:`,
  );
}
