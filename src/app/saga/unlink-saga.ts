import { inject, Service } from '@angular/core';
import { map, type Observable } from 'rxjs';

import { holdsSubject } from '../identity/account';
import type { TenantFailure } from '../identity/failure';
import { subjectOf } from '../identity/identity';
import type { UnlinkPlan } from '../identity/unlink-plan';
import { ManagementApiService } from '../management-api/management-api-service';
import { reconcile, settle, type SagaResult } from './settle';

/** Carries out an unlink, and finds out what became of it when the answer does not say. */
@Service()
export class UnlinkSaga {
  readonly #api = inject(ManagementApiService);

  unlink(plan: UnlinkPlan): Observable<SagaResult> {
    return settle(
      this.#api.unlinkIdentity(plan.account.userId, plan.identity),
      // No status is documented for a method that has left already; the account tells (contract §6.6).
      ['rejected', 'not-found'],
      this.#isGone(plan),
    );
  }

  /** Asks again after an unknown outcome; it writes nothing. */
  findOut(plan: UnlinkPlan, code: TenantFailure): Observable<SagaResult> {
    return reconcile(this.#isGone(plan), code);
  }

  #isGone({ account, identity }: UnlinkPlan): Observable<boolean> {
    return this.#api
      .readAccount(account.userId)
      .pipe(map((now) => !holdsSubject(now, subjectOf(identity))));
  }
}
