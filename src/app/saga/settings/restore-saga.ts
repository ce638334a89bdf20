import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';

import type { Account } from '../../identity/account';
import { subjectOf } from '../../identity/identity';
import { sameJson, type Json, type Settings } from '../../identity/json';
import { ManagementApiService } from '../../management-api/management-api-service';
import { accountReading } from '../ports/account-reading';
import type { LinkParty } from '../ports/link-parties';
import type { AccountReading } from '../ports/link-port';
import { convergeAccount } from './converge-account';
import type { Converged } from './converge-settings';

/** Gives accounts what they had, each in its own name: for exercises, after which nothing is to be left. */
@Service()
export class RestoreSaga {
  readonly #api = inject(ManagementApiService);

  read(party: LinkParty): Promise<AccountReading> {
    return firstValueFrom(accountReading(this.#api, party));
  }

  /** Gives an account these settings and no others; whether it is known to have them. */
  async giveSettings(party: LinkParty, settings: Settings): Promise<boolean> {
    const reading = await this.read(party);
    if (!reading.known) return false;
    const changes = changesTo(settings, reading.account.settings);
    if (changes.size === 0) return true;
    const written = await firstValueFrom(
      this.#api.writeSettings(party.userId, changes, party.bearer),
    );

    return written.outcome === 'ok';
  }

  /** Changes the settings of an account until they are as they should be; see {@link convergeAccount}. */
  settle(party: LinkParty, changesFor: (now: Settings) => Settings): Promise<Converged> {
    return convergeAccount(party, this.#api, changesFor);
  }

  /** Makes an account of its own again of every method that was not there before; whether none is left. */
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

/** What has to be written for settings to become others; `null` deletes. */
function changesTo(wanted: Settings, now: Settings): Settings {
  const changes = new Map<string, Json>();
  for (const key of now.keys()) if (!wanted.has(key)) changes.set(key, null);
  for (const [key, value] of wanted) if (!sameJson(now.get(key), value)) changes.set(key, value);

  return changes;
}
