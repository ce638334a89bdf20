import { inject, Service } from '@angular/core';
import { defer, firstValueFrom, type Observable } from 'rxjs';

import type { FailureCode } from '../../identity/failure';
import type { UnlinkPlan } from '../../identity/link/unlink-plan';
import { ManagementApiService } from '../../management-api/management-api-service';
import { PrimarySession } from '../../session/primary/primary-session';
import { SessionReceipts } from '../../session/storage/session-receipts';
import { TenantClock } from '../../session/tokens/tenant-clock';
import { otherTab, withAccountLock } from '../ports/account-lock';
import { httpJournalPort } from '../ports/http-link-port';
import { findOutUnlink, runUnlink, type UnlinkResult, type UnlinkPort } from './run-unlink';

/** Carries out an unlink, and finds out what became of it when the answer does not say. */
@Service()
export class UnlinkSaga {
  readonly #api = inject(ManagementApiService);
  readonly #session = inject(PrimarySession);
  readonly #tab = { clock: inject(TenantClock), receipts: inject(SessionReceipts) };

  /** Unlinks, and tells how it has ended. Unsubscribing does not take back what has been sent. */
  unlink(plan: UnlinkPlan): Observable<UnlinkResult> {
    const { userId } = plan.account;

    return defer(() =>
      withAccountLock<UnlinkResult>(userId, () => runUnlink(this.#portOf(plan), plan), otherTab),
    );
  }

  /** Asks again what became of an unlink, and writes nothing. `code` is why it was not known. */
  findOut(plan: UnlinkPlan, code: FailureCode): Observable<UnlinkResult> {
    return defer(() => findOutUnlink(this.#portOf(plan), plan, code));
  }

  #portOf({ account: { userId }, identity }: UnlinkPlan): UnlinkPort {
    return {
      ...httpJournalPort({ userId, bearer: this.#session }, this.#api, this.#tab),
      remove: () => firstValueFrom(this.#api.unlinkIdentity(userId, identity)),
    };
  }
}
