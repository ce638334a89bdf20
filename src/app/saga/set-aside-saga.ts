import { inject, Service } from '@angular/core';
import { map, type Observable } from 'rxjs';

import type { Account } from '../identity/account';
import type { FailureCode } from '../identity/failure';
import { archiveKey } from '../identity/reserved-settings';
import { archiveWithout } from '../identity/settings-archive';
import { ManagementApiService } from '../management-api/management-api-service';

/** Removes for good what an account has set aside for another. */
@Service()
export class SetAsideSaga {
  readonly #api = inject(ManagementApiService);

  /** Gives why it is not known to be gone, or `undefined` when it is. */
  remove(account: Account, subject: string): Observable<FailureCode | undefined> {
    const archive = archiveWithout(account.settings.get(archiveKey), subject) ?? null;

    return this.#api
      .writeSettings(account.userId, new Map([[archiveKey, archive]]))
      .pipe(map((written) => (written.outcome === 'ok' ? undefined : written.reason.code)));
  }
}
