import { inject, Service } from '@angular/core';
import { defer, firstValueFrom, map, type Observable } from 'rxjs';

import { removalOf } from '../identity/settings/settings-archive';
import { ManagementApiService } from '../management-api/management-api-service';
import { PrimarySession } from '../session/primary/primary-session';
import type { SecondSession } from '../session/second/second-session';
import { accountReading } from './account-reading';
import type { LinkParty } from './link-parties';
import { oneAtATime } from './one-at-a-time';
import { pause } from './pause';
import { runPutBack, unlessLinking, type PutBackResult } from './run-put-back';
import { settleSettings, type Settled, type SettingsWorld } from './settle-settings';

const otherTab = { result: 'notDone', code: 'other-tab' } as const;

/** Puts back what an account has set aside for another, or removes it for good. */
@Service()
export class SetAsideSaga {
  readonly #api = inject(ManagementApiService);
  readonly #session = inject(PrimarySession);

  /** Removes from the signed-in person's account what it has set aside for another. */
  remove(userId: string, subject: string): Observable<Settled> {
    const holder = this.#worldOf({ userId, bearer: this.#session });
    const steps = () =>
      settleSettings(
        holder,
        unlessLinking((now) => removalOf(now, subject)),
      );

    return defer(() => oneAtATime(userId, steps)).pipe(map((ended) => ended ?? otherTab));
  }

  /** Puts it back into the account that it comes from, which has just been proven. */
  putBack(
    userId: string,
    second: SecondSession,
    reserved: readonly string[],
  ): Observable<PutBackResult> {
    const { subject } = second.claims;
    const holder = this.#worldOf({ userId, bearer: this.#session });
    const owner = this.#worldOf({ userId: subject, bearer: second });
    const steps = () => runPutBack({ holder, owner }, subject, reserved);

    return defer(() => oneAtATime(userId, steps)).pipe(map((ended) => ended ?? otherTab));
  }

  #worldOf(party: LinkParty): SettingsWorld {
    const { userId, bearer } = party;

    return {
      read: () => firstValueFrom(accountReading(this.#api, party)),
      write: (changes) => firstValueFrom(this.#api.writeSettings(userId, changes, bearer)),
      pause,
    };
  }
}
