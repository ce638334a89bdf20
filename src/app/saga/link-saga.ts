import { inject, Service } from '@angular/core';
import { map, type Observable } from 'rxjs';

import { holdsSubject } from '../identity/account';
import type { TenantFailure } from '../identity/failure';
import type { LinkPlan } from '../identity/link-plan';
import { ManagementApiService } from '../management-api/management-api-service';
import type { SecondSession } from '../session/second-session';
import { reconcile, settle, type SagaResult } from './settle';

/** Carries out a link, and finds out what became of it when the answer does not say. */
@Service()
export class LinkSaga {
  readonly #api = inject(ManagementApiService);

  link(plan: LinkPlan, second: SecondSession): Observable<SagaResult> {
    return settle(
      this.#api.linkIdentity(plan.primary.userId, second),
      // A conflict does not say with whom: the account may hold the method already (contract §6.5).
      ['conflict'],
      this.#isLinked(plan),
    );
  }

  /** Asks again after an unknown outcome; it writes nothing. */
  findOut(plan: LinkPlan, code: TenantFailure): Observable<SagaResult> {
    return reconcile(this.#isLinked(plan), code);
  }

  #isLinked({ primary, secondary }: LinkPlan): Observable<boolean> {
    return this.#api
      .readAccount(primary.userId)
      .pipe(map((account) => holdsSubject(account, secondary.userId)));
  }
}
