import { inject, Service } from '@angular/core';
import { defer, firstValueFrom, type Observable } from 'rxjs';

import type { FailureCode } from '../../identity/failure';
import { subjectOf } from '../../identity/identity';
import type { UnlinkPlan } from '../../identity/link/unlink-plan';
import type { PortalTask } from '../../identity/settings/portal-task';
import { ManagementApiService } from '../../management-api/management-api-service';
import { PrimarySession } from '../../session/primary/primary-session';
import { SessionReceipts } from '../../session/storage/session-receipts';
import { TenantClock } from '../../session/tokens/tenant-clock';
import { otherTab, withAccountLock } from '../ports/account-lock';
import { httpJournalPort } from '../ports/http-link-port';
import { PORTAL_HOOKS } from '../ports/portal-hooks';
import { findOutUnlink, runUnlink, type UnlinkResult, type UnlinkPort } from './run-unlink';

/** Carries out an unlink, and finds out what became of it when the answer does not say. */
@Service()
export class UnlinkSaga {
  readonly #api = inject(ManagementApiService);
  readonly #session = inject(PrimarySession);
  readonly #tab = { clock: inject(TenantClock), receipts: inject(SessionReceipts) };
  readonly #isTold = inject(PORTAL_HOOKS, { optional: true })?.isTold === true;

  /** Unlinks, and tells how it has ended. Unsubscribing does not take back what has been sent. */
  unlink(plan: UnlinkPlan): Observable<UnlinkResult> {
    const { userId } = plan.account;
    const steps = () =>
      runUnlink(this.#portOf(plan), plan, this.#isTold ? this.#taskOf(plan) : undefined);

    return defer(() => withAccountLock<UnlinkResult>(userId, steps, otherTab));
  }

  /** Asks again what became of an unlink, and writes nothing. `code` is why it was not known. */
  findOut(plan: UnlinkPlan, code: FailureCode): Observable<UnlinkResult> {
    return defer(() => findOutUnlink(this.#portOf(plan), plan, code));
  }

  #taskOf({ account, identity }: UnlinkPlan): PortalTask {
    return {
      ...{ id: crypto.randomUUID(), what: 'unlink', atMs: this.#tab.clock.now() },
      ...{ kept: account.userId, other: subjectOf(identity), connection: identity.connection },
    };
  }

  #portOf({ account: { userId }, identity }: UnlinkPlan): UnlinkPort {
    return {
      ...httpJournalPort({ userId, bearer: this.#session }, this.#api, this.#tab),
      remove: () => firstValueFrom(this.#api.unlinkIdentity(userId, identity)),
    };
  }
}
