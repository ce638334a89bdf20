import { CdkCopyToClipboard } from '@angular/cdk/clipboard';
import { Component, computed, ElementRef, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Copy, RefreshCw } from 'lucide';

import { FailureNotice } from '../../linking/notices/failure-notice';
import { Icon } from '../../linking/ui/icon';
import { Afresh } from '../../page-translation/afresh';
import { masking, revealed } from '../../trace/masking';
import { KeepFocus } from '../ui/keep-focus';
import { RevealSwitch } from '../ui/reveal-switch';
import { underHeadings } from '../ui/under-headings';
import { CheckGroup as CheckGroupView } from './check-group';
import { CheckItem } from './check-item';
import { CheckVerdict } from './check-verdict';
import { ChecksStore } from './checks-store';
import type { Check, CheckGroup } from './rules/check';
import { titleOf } from './rules/check-result';
import { blockedBy, countOf, type JudgedCheck } from './rules/standing';

const titles: Readonly<Record<CheckGroup, string>> = {
  setup: $localize`Configuration`,
  tenant: $localize`Tenant and Management API`,
  application: $localize`Application at the tenant`,
  tokens: $localize`Tokens`,
  browser: $localize`This browser`,
  page: $localize`This page`,
  connections: $localize`Connections`,
};

const isToBeFixed = ({ standing }: JudgedCheck): boolean =>
  standing.kind === 'problem' || standing.kind === 'warning';

/** `/staging/checks`: whether linking will work on this tenant, and why not. Runs by itself. */
@Component({
  selector: 'app-checks-page',
  imports: [
    Afresh,
    CdkCopyToClipboard,
    CheckGroupView,
    CheckItem,
    CheckVerdict,
    FailureNotice,
    Icon,
    KeepFocus,
    MatButton,
    RevealSwitch,
  ],
  templateUrl: './checks-page.html',
  styleUrls: ['../ui/list-page.scss', './checks-page.scss'],
  // Whoever has set something right elsewhere comes back to have it looked at.
  host: { '(window:focus)': 'store.cameBack()' },
})
export class ChecksPage {
  protected readonly store = inject(ChecksStore);

  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #mask = masking();
  protected readonly icons = { Copy, RefreshCw };
  /** Until something else is found: then it is no longer what was copied. */
  protected readonly isCopied = linkedSignal({
    source: this.store.judged,
    computation: () => false,
  });
  protected readonly isRevealed = signal(false);
  protected readonly write = computed(() => (this.isRevealed() ? revealed : this.#mask));
  protected readonly groups = computed(() =>
    underHeadings(titles, this.store.judged(), ({ check }) => check.group),
  );

  /** What is to be fixed comes first, and stays where it is while it is looked at again. */
  protected readonly sections = computed(() =>
    [
      { id: 'problems', kind: 'problem', title: $localize`Problems` } as const,
      { id: 'warnings', kind: 'warning', title: $localize`Warnings` } as const,
    ]
      .map((section) => ({
        ...section,
        items: this.store.judged().filter(({ standing }) => standing.kind === section.kind),
      }))
      .filter(({ items }) => items.length > 0),
  );
  protected readonly waiting = computed(() => countOf(this.store.judged(), 'signIn'));
  protected readonly isToBeFixed = isToBeFixed;
  protected readonly titleOf = titleOf;
  protected readonly stopper = computed(() => {
    const stopper = this.store.signInStopper();

    return stopper && titleOf(stopper);
  });

  constructor() {
    this.store.runOnce();
  }

  protected blocks(check: Check): number {
    return blockedBy(this.store.judged(), check).length;
  }

  protected addressOf({ id }: Check): string {
    return `${location.pathname}#check-${id}`;
  }

  /** Goes to a check on this page, without another address for whoever goes back. */
  protected show({ id }: Check, event: Event): void {
    event.preventDefault();
    const check = this.#host.querySelector(`[id="check-${CSS.escape(id)}"]`);
    check?.scrollIntoView({ block: 'center' });
    check?.querySelector('h3')?.focus({ preventScroll: true });
  }
}
