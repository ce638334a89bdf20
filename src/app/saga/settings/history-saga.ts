import { inject, Service } from '@angular/core';
import { defer, firstValueFrom, type Observable } from 'rxjs';

import type { Account } from '../../identity/account';
import { historyEntryOf } from '../../identity/link/receipt';
import { rememberingOf } from '../../identity/settings/link-history';
import { ManagementApiService } from '../../management-api/management-api-service';
import { PrimarySession } from '../../session/primary/primary-session';
import { SignOut } from '../../session/primary/sign-out';
import { SessionReceipts } from '../../session/storage/session-receipts';
import { httpSettingsPort } from './converge-account';
import { convergeSettings, unlessLinking, type Converged } from './converge-settings';

type Remembering = Pick<Account, 'userId' | 'settings'>;

/** Has an account remember what this tab has done to it and no other write has told it: unlinks, and bare links. */
@Service()
export class HistorySaga {
  readonly #api = inject(ManagementApiService);
  readonly #session = inject(PrimarySession);
  readonly #receipts = inject(SessionReceipts);
  /** The account as it was last read. */
  #latest: Remembering | undefined;

  constructor() {
    // What this tab has done it forgets with the sign-out, and the next sign-in asks what the account remembers.
    inject(SignOut).waitFor(async () => {
      if (this.#latest) await firstValueFrom(this.remember(this.#latest));
    });
  }

  /**
   * Emits `undefined` where the account, as it was read, remembers all of it. Whatever comes of a write, nothing else
   * depends on it, and the next reading leads here again. It takes no lock, as nobody is to be kept waiting for it;
   * where another write was faster, it is repeated then as well.
   */
  remember(account: Remembering): Observable<Converged | undefined> {
    const { userId } = account;
    const events = () => this.#receipts.about(userId).map(historyEntryOf);
    const port = httpSettingsPort({ userId, bearer: this.#session }, this.#api);

    return defer(async () => {
      this.#latest = account;
      if (rememberingOf(account.settings, events()).size === 0) return undefined;
      const ended = await convergeSettings(
        port,
        unlessLinking((now) => rememberingOf(now, events())),
      );
      if (ended.kind === 'done') this.#latest = ended.account;

      return ended;
    });
  }
}
