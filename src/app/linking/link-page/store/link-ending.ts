import { inject, Service } from '@angular/core';
import { catchError, defer, EMPTY, map, of, switchMap, tap, type Observable } from 'rxjs';

import type { Account } from '../../../identity/account';
import type { Journal } from '../../../identity/link/journal';
import { hasNothingToMerge } from '../../../identity/link/link-plan';
import type { Direction } from '../../../identity/link/link-direction';
import {
  continuedLinkReceipt,
  linkReceipt,
  portalLinkReceipt,
  type LinkReceipt,
} from '../../../identity/link/receipt';
import { ManagementApiService } from '../../../management-api/management-api-service';
import type { DoneLink } from '../../../saga/link/link-result';
import { HistorySaga } from '../../../saga/settings/history-saga';
import { AccountSwitch } from '../../../session/primary/account-switch';
import { SessionReceipts } from '../../../session/storage/session-receipts';
import { TenantClock } from '../../../session/tokens/tenant-clock';
import { TenantSession } from '../../../session/user/tenant-session';
import { Outcomes } from '../../store/outcomes';
import type { LinkUnderway } from './linking-state';

/** What the saga says of a link that has happened. */
type Done = Pick<DoneLink, 'remarks' | 'id'>;

/** What remains to be done when two accounts have become one: the receipt, and whose session this is. */
@Service()
export class LinkEnding {
  readonly #api = inject(ManagementApiService);
  readonly #receipts = inject(SessionReceipts);
  readonly #history = inject(HistorySaga);
  readonly #tenantSession = inject(TenantSession);
  readonly #accountSwitch = inject(AccountSwitch);
  readonly #clock = inject(TenantClock);
  readonly #outcomes = inject(Outcomes);

  /** Emits the receipt of a link that has happened, whether it was agreed to on this page or begun elsewhere. */
  of(link: LinkUnderway, { remarks, id }: Done): Observable<LinkReceipt> {
    if (link.kind === 'continued') return this.continued(link.journal, link.kept, remarks);
    const { plan, proposal } = link.review;
    const page = `/account/link/${encodeURIComponent(proposal.connection.name)}`;
    const receipt = linkReceipt(plan, this.#now(), remarks);

    return this.reached(receipt, { id, direction: plan.direction, page }).pipe(
      tap(() => {
        // No write of such a link has told the account of it. In the other direction the account page does.
        if (plan.direction === 'keepFirst' && hasNothingToMerge(plan)) {
          this.#history.remember(plan.kept).subscribe();
        }
      }),
    );
  }

  /**
   * Emits the receipt to show. Where the person has become the other account, the page leaves and comes back; if it
   * cannot, the receipt is shown here, and the account page says that the accounts may be one.
   */
  reached(
    receipt: LinkReceipt,
    {
      id = crypto.randomUUID(),
      direction,
      page,
    }: { readonly id?: string | undefined; readonly direction: Direction; readonly page: string },
  ): Observable<LinkReceipt> {
    this.#tenantSession.givenBack();

    return defer(() => this.#receipts.add(receipt)).pipe(
      // Before the page is left, if it is.
      tap(() => this.#outcomes.tell({ kind: 'linked', receipt: portalLinkReceipt(receipt, id) })),
      switchMap(() => (direction === 'keepFirst' ? of(receipt) : this.#succeed(receipt, page))),
    );
  }

  /** Ends a link that was begun elsewhere: what it did is in its journal and in the account. */
  continued(journal: Journal, kept: Account, remarks: Done['remarks']): Observable<LinkReceipt> {
    const end = { id: journal.id, direction: 'keepFirst', page: '/account' } as const;

    return this.#api.readAccount(kept.userId).pipe(
      catchError(() => of(kept)),
      map((account) => continuedLinkReceipt(journal, account, this.#now(), remarks)),
      switchMap((receipt) => this.reached(receipt, end)),
    );
  }

  /** The receipt of a link after which the page was left. */
  returned(): Observable<LinkReceipt | undefined> {
    return defer(() => this.#receipts.toShow());
  }

  /** By the tenant's clock, as in what the account remembers of it. */
  #now(): Date {
    return new Date(this.#clock.now());
  }

  #succeed(receipt: LinkReceipt, page: string): Observable<LinkReceipt> {
    return defer(async () => {
      await this.#receipts.showLater(receipt);
      await this.#accountSwitch.complete(page);
    }).pipe(
      switchMap(() => EMPTY),
      // Shown now, it is not to be shown later as well.
      catchError(async () => (await this.#receipts.toShow()) ?? receipt),
    );
  }
}
