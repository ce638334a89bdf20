import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSlideToggle } from '@angular/material/slide-toggle';

import { FailureNotice } from '../../linking/notices/failure-notice';
import { masking, revealed } from '../../trace/masking';
import { underHeadings } from '../ui/under-headings';
import { CheckItem } from './check-item';
import { CheckSummary } from './check-summary';
import { ChecksStore } from './checks-store';
import type { CheckGroup } from './rules/check';
import { statusOf, type CheckResult } from './rules/check-result';

const titles: Readonly<Record<CheckGroup, string>> = {
  setup: $localize`Configuration`,
  tenant: $localize`Tenant and Management API`,
  application: $localize`Application at the tenant`,
  tokens: $localize`Tokens`,
  browser: $localize`This browser`,
  page: $localize`This page`,
  connections: $localize`Connections`,
};

/** Whether a check has not ended well, or not at all. */
const needsALook = ({ progress }: CheckResult): boolean =>
  !['ok', 'notApplicable'].includes(statusOf(progress));

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
  protected readonly groups = computed(() => {
    const results = this.store.results();
    const listed = this.isShort() ? results.filter(needsALook) : results;

    return underHeadings(titles, listed, ({ check }) => check.group);
  });

  constructor() {
    this.store.runOnce();
  }
}
