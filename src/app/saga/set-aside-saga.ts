import { inject, Service } from '@angular/core';
import { defer, firstValueFrom, map, type Observable } from 'rxjs';

import type { Account } from '../identity/account';
import type { FailureCode } from '../identity/failure';
import type { Settings } from '../identity/json';
import { archiveKey } from '../identity/reserved-settings';
import { archiveWithout } from '../identity/settings-archive';
import { ManagementApiService } from '../management-api/management-api-service';
import { PrimarySession } from '../session/primary-session';
import type { SecondSession } from '../session/second-session';
import { accountReading } from './account-reading';
import type { LinkParty } from './link-parties';
import { oneAtATime } from './one-at-a-time';
import { pause } from './pause';
import { runPutBack, type PutBackResult, type PutBackWorld } from './run-put-back';

/** Puts back what an account has set aside for another, or removes it for good. */
@Service()
export class SetAsideSaga {
  readonly #api = inject(ManagementApiService);
  readonly #session = inject(PrimarySession);

  /** Gives why it is not known to be gone, or `undefined` when it is. */
  remove(account: Account, subject: string): Observable<FailureCode | undefined> {
    const archive = archiveWithout(account.settings.get(archiveKey), subject) ?? null;

    return this.#api
      .writeSettings(account.userId, new Map([[archiveKey, archive]]))
      .pipe(map((written) => (written.outcome === 'ok' ? undefined : written.reason.code)));
  }

  /** Puts it back into the account that it comes from, which has just been proven. */
  putBack(
    userId: string,
    owner: SecondSession,
    reserved: readonly string[],
  ): Observable<PutBackResult> {
    const { subject } = owner.claims;
    const world = this.#worldOf(
      { userId, bearer: this.#session },
      { userId: subject, bearer: owner },
    );

    return defer(() => oneAtATime(userId, () => runPutBack(world, subject, reserved))).pipe(
      map((ended): PutBackResult => ended ?? { result: 'notDone', code: 'other-tab' }),
    );
  }

  #worldOf(holder: LinkParty, owner: LinkParty): PutBackWorld {
    const read = (party: LinkParty) => firstValueFrom(accountReading(this.#api, party));
    const write = ({ userId, bearer }: LinkParty, changes: Settings) =>
      firstValueFrom(this.#api.writeSettings(userId, changes, bearer));

    return {
      readHolder: () => read(holder),
      writeHolder: (changes) => write(holder, changes),
      readOwner: () => read(owner),
      writeOwner: (changes) => write(owner, changes),
      pause,
    };
  }
}
