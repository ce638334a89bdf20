import { inject, Service } from '@angular/core';
import { defer, firstValueFrom, type Observable } from 'rxjs';

import type { FailureCode } from '../identity/failure';
import type { UnlinkPlan } from '../identity/unlink-plan';
import { ManagementApiService } from '../management-api/management-api-service';
import { PrimarySession } from '../session/primary-session';
import { accountReading } from './account-reading';
import { pause } from './pause';
import { findOutUnlink, runUnlink, type UnlinkResult, type UnlinkWorld } from './run-unlink';

/** Carries out an unlink, and finds out what became of it when the answer does not say. */
@Service()
export class UnlinkSaga {
  readonly #api = inject(ManagementApiService);
  readonly #session = inject(PrimarySession);

  /** Whoever stops listening does not take back what has been sent. */
  unlink(plan: UnlinkPlan): Observable<UnlinkResult> {
    return defer(() => runUnlink(this.#worldOf(plan), plan));
  }

  /** Asks again after an unknown outcome; it writes nothing. */
  findOut(plan: UnlinkPlan, code: FailureCode): Observable<UnlinkResult> {
    return defer(() => findOutUnlink(this.#worldOf(plan), plan, code));
  }

  #worldOf({ account: { userId }, identity }: UnlinkPlan): UnlinkWorld {
    return {
      readPrimary: () =>
        firstValueFrom(accountReading(this.#api, { userId, bearer: this.#session })),
      remove: () => firstValueFrom(this.#api.unlinkIdentity(userId, identity)),
      pause,
    };
  }
}
