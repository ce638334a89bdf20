import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';

import { CardPair } from '../card-pair/card-pair';
import { FailureNotice } from '../failure-notice/failure-notice';
import { LinkReceipt } from '../link-receipt/link-receipt';
import { LinkReview } from '../link-review/link-review';
import { LinkingStore } from '../linking-store';
import { UnknownNotice } from '../unknown-notice/unknown-notice';
import { Waiting } from '../waiting/waiting';

/** `/account/link/{connection}`: from one account to two that have become one. */
@Component({
  selector: 'app-link-page',
  imports: [
    CardPair,
    FailureNotice,
    LinkReceipt,
    LinkReview,
    MatButton,
    RouterLink,
    UnknownNotice,
    Waiting,
  ],
  providers: [LinkingStore],
  templateUrl: './link-page.html',
  styleUrl: './link-page.scss',
  host: { '[attr.data-phase]': 'store.progress().phase' },
})
export class LinkPage {
  protected readonly store = inject(LinkingStore);

  /** The connection's name, from the address. */
  readonly connection = input.required<string>();

  protected readonly chosen = computed(() =>
    this.store.connections.find(({ name }) => name === this.connection()),
  );

  protected signInAgain(): void {
    this.store.signInAgain(`/account/link/${encodeURIComponent(this.connection())}`);
  }
}
