import { inject, Service } from '@angular/core';
import { defer, map, type Observable } from 'rxjs';

import { sameJson, type Settings } from '../../identity/json';
import { historyEntryOf } from '../../identity/link/receipt';
import { recording } from '../../identity/settings/link-history';
import { removalOfValue, usingOf, type SavedValue } from '../../identity/settings/saved-value';
import { removalOf } from '../../identity/settings/settings-archive';
import { ManagementApiService } from '../../management-api/management-api-service';
import { PrimarySession } from '../../session/primary/primary-session';
import type { SecondarySession } from '../../session/secondary/client/secondary-session';
import { SessionReceipts } from '../../session/storage/session-receipts';
import { otherTab, withAccountLock } from '../ports/account-lock';
import { convergeAccount, httpSettingsPort } from './converge-account';
import type { Converged } from './converge-settings';
import { runPutBack, type PutBackResult } from './run-put-back';

/** Puts back what an account has set aside for another, takes it into use, or removes it for good. */
@Service()
export class SetAsideSaga {
  readonly #api = inject(ManagementApiService);
  readonly #session = inject(PrimarySession);
  readonly #receipts = inject(SessionReceipts);

  /** Removes from the signed-in person's account what it has set aside for another, or one value of it. */
  remove(userId: string, subject: string, key?: string): Observable<Converged> {
    return this.#converge(userId, (now) =>
      key === undefined ? removalOf(now, subject) : removalOfValue(now, { subject, key }),
    );
  }

  /** Takes a value into use that the signed-in person's account has set aside, and sets aside what was used. */
  use(userId: string, saved: SavedValue): Observable<Converged> {
    return this.#converge(userId, (now) => usingOf(now, saved, userId)).pipe(
      // Where somebody else was faster, nothing was to be written, and the value is not in use.
      map((ended) =>
        ended.kind === 'done' && !sameJson(ended.account.settings.get(saved.key), saved.value)
          ? { kind: 'notDone', code: 'value-changed' }
          : ended,
      ),
    );
  }

  /** Puts what is set aside back into the account that it comes from, which `second` has just proven. */
  putBack(
    userId: string,
    second: SecondarySession,
    what: { readonly reserved: readonly string[]; readonly key?: string },
  ): Observable<PutBackResult> {
    const { subject } = second.claims;
    const holder = httpSettingsPort({ userId, bearer: this.#session }, this.#api);
    const owner = httpSettingsPort({ userId: subject, bearer: second }, this.#api);
    const steps = () => runPutBack({ holder, owner }, subject, what);

    return defer(() => withAccountLock<PutBackResult>(userId, steps, otherTab));
  }

  /** Writes what is to change, and with it what this tab has done that the account does not remember. */
  #converge(userId: string, changesFor: (now: Settings) => Settings): Observable<Converged> {
    const holder = { userId, bearer: this.#session };

    return defer(() =>
      convergeAccount(holder, this.#api, (now) => {
        const changes = changesFor(now);
        const events = this.#receipts.about(userId).map(historyEntryOf);

        return changes.size === 0 ? changes : recording(now, changes, events);
      }),
    );
  }
}
