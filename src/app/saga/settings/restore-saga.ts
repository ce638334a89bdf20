import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';

import type { Account } from '../../identity/account';
import { subjectOf } from '../../identity/identity';
import { sameJson, type Json, type Settings } from '../../identity/json';
import { ManagementApiService } from '../../management-api/management-api-service';
import { readAccount } from '../ports/account-reading';
import type { LinkParty } from '../ports/link-parties';
import type { AccountReading } from '../ports/link-port';
import { convergeAccount, httpSettingsPort } from './converge-account';
import { convergeSettings, type Converged } from './converge-settings';

/** Gives accounts back what they had, each in its own name. For drills, which are to leave nothing behind. */
@Service()
export class RestoreSaga {
  readonly #api = inject(ManagementApiService);

  /** Reads an account; why it cannot be read is an answer, too. */
  read(party: LinkParty): Promise<AccountReading> {
    return readAccount(this.#api, party);
  }

  /** Gives an account these settings and no others; `false` where it may not have them. */
  async giveSettings(party: LinkParty, settings: Settings): Promise<boolean> {
    const port = httpSettingsPort(party, this.#api);
    const given = await convergeSettings(port, (now) => changesTo(settings, now));

    return given.kind === 'done';
  }

  /** Changes the settings of an account until nothing of `changesFor` is left to write; see {@link convergeAccount}. */
  settle(party: LinkParty, changesFor: (now: Settings) => Settings): Promise<Converged> {
    return convergeAccount(party, this.#api, changesFor);
  }

  /** Unlinks every sign-in method that the account did not have before; `false` where one may be left. */
  async takeApart(party: LinkParty, before: Account): Promise<boolean> {
    const reading = await this.read(party);
    if (!reading.known) return false;
    const own = new Set(before.identities.map(subjectOf));
    for (const identity of reading.account.identities) {
      if (own.has(subjectOf(identity))) continue;
      const written = await firstValueFrom(
        this.#api.unlinkIdentity(party.userId, identity, party.bearer),
      );
      if (written.outcome !== 'ok') return false;
    }

    return true;
  }
}

/** Lists what has to be written for settings to become others; `null` deletes. */
function changesTo(wanted: Settings, now: Settings): Settings {
  const changes = new Map<string, Json>();
  for (const key of now.keys()) if (!wanted.has(key)) changes.set(key, null);
  for (const [key, value] of wanted) if (!sameJson(now.get(key), value)) changes.set(key, value);

  return changes;
}
