import { inject, Service } from '@angular/core';
import { defer, type Observable } from 'rxjs';

import { removalOf } from '../../identity/settings/settings-archive';
import { ManagementApiService } from '../../management-api/management-api-service';
import { PrimarySession } from '../../session/primary/primary-session';
import type { SecondarySession } from '../../session/secondary/client/secondary-session';
import { otherTab, withAccountLock } from '../ports/account-lock';
import { convergeAccount, httpSettingsPort } from './converge-account';
import type { Converged } from './converge-settings';
import { runPutBack, type PutBackResult } from './run-put-back';

/** Puts back what an account has set aside for another, or removes it for good. */
@Service()
export class SetAsideSaga {
  readonly #api = inject(ManagementApiService);
  readonly #session = inject(PrimarySession);

  /** Removes from the signed-in person's account what it has set aside for another. */
  remove(userId: string, subject: string): Observable<Converged> {
    const holder = { userId, bearer: this.#session };

    return defer(() => convergeAccount(holder, this.#api, (now) => removalOf(now, subject)));
  }

  /** Puts what is set aside back into the account that it comes from, which `second` has just proven. */
  putBack(
    userId: string,
    second: SecondarySession,
    reserved: readonly string[],
  ): Observable<PutBackResult> {
    const { subject } = second.claims;
    const holder = httpSettingsPort({ userId, bearer: this.#session }, this.#api);
    const owner = httpSettingsPort({ userId: subject, bearer: second }, this.#api);
    const steps = () => runPutBack({ holder, owner }, subject, reserved);

    return defer(() => withAccountLock<PutBackResult>(userId, steps, otherTab));
  }
}
