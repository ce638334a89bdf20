import { Component, computed, input, output } from '@angular/core';

import { labelOfIdentity } from '../../identity/account';
import { providerLabel, type Connection } from '../../identity/connection';
import type { UnlinkingProgress } from '../../identity/link/unlink-plan';
import { Afresh } from '../../page-translation/afresh';
import { FailureNotice } from '../notices/failure-notice';
import { ProgressNotice } from '../notices/progress-notice';
import { UnknownNotice } from '../notices/unknown-notice';

/** Says how far an unlink has come that was agreed to, and what is known of its end. */
@Component({
  selector: 'app-unlink-notice',
  imports: [Afresh, FailureNotice, ProgressNotice, UnknownNotice],
  template: `
    @let shown = progress();
    @switch (shown.phase) {
      @case ('sending') {
        <app-progress-notice label="Unlinking" i18n-label [isOfTenant]="true" />
      }
      @case ('unknown') {
        <app-unknown-notice
          [checkedAtMs]="shown.checkedAtMs"
          [isChecking]="shown.isChecking === true"
          [code]="shown.code"
          (check)="check.emit(shown)"
        />
      }
      @case ('failed') {
        <app-failure-notice
          [code]="shown.code"
          [sentence]="shown.sentence"
          (retried)="retried.emit(shown)"
          (signIn)="signIn.emit()"
        />
      }
      @case ('done') {
        <div class="notice done" role="status" data-done="unlinked">
          <p *appAfresh="name()" class="title" i18n>Unlinked {{ name() }}</p>
          <p i18n>It's a separate account now.</p>
          @if (shown.plan.setAside.size > 0) {
            <p i18n>
              Some of its settings are saved below. You can copy them back to that account.
            </p>
          }
        </div>
      }
    }
  `,
})
export class UnlinkNotice {
  readonly progress = input.required<UnlinkingProgress>();
  readonly connections = input.required<readonly Connection[]>();
  readonly check = output<Extract<UnlinkingProgress, { phase: 'unknown' }>>();
  readonly retried = output<Extract<UnlinkingProgress, { phase: 'failed' }>>();
  readonly signIn = output();

  /** The name of the method that has just been unlinked. */
  protected readonly name = computed(() => {
    const progress = this.progress();
    if (progress.phase !== 'done') return undefined;
    const { account, identity } = progress.plan;

    return `${providerLabel(this.connections(), identity)} ${labelOfIdentity(account, identity)}`;
  });
}
