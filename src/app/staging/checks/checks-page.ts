import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSlideToggle } from '@angular/material/slide-toggle';

import { FailureNotice } from '../../linking/notices/failure-notice';
import { masking, revealed } from '../../trace/masking';
import { groupsOf, needsALook } from './check-groups';
import { CheckItem } from './check-item';
import { CheckSummary } from './check-summary';
import { ChecksStore } from './checks-store';

/** `/staging/checks`: whether linking will work on this tenant, and why not. Runs by itself. */
@Component({
  selector: 'app-checks-page',
  imports: [CheckItem, CheckSummary, FailureNotice, MatButton, MatSlideToggle],
  templateUrl: './checks-page.html',
  styleUrls: ['../ui/list-page.scss', './checks-page.scss'],
})
export class ChecksPage {
  protected readonly store = inject(ChecksStore);

  readonly #mask = masking();
  protected readonly isRevealed = signal(false);
  protected readonly write = computed(() => (this.isRevealed() ? revealed : this.#mask));
  protected readonly isShort = signal(false);
  protected readonly groups = computed(() =>
    groupsOf(this.isShort() ? this.store.results().filter(needsALook) : this.store.results()),
  );

  constructor() {
    this.store.runOnce();
  }
}
