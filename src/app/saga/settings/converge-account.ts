import { firstValueFrom } from 'rxjs';

import type { Settings } from '../../identity/json';
import type { ManagementApiService } from '../../management-api/management-api-service';
import { oneAtATime } from '../ports/account-lock';
import { accountReading } from '../ports/account-reading';
import { pause } from '../ports/delay';
import type { LinkParty } from '../ports/link-parties';
import { settleSettings, type Settled, type SettingsWorld } from './converge-settings';
import { unlessLinking } from './run-put-back';

/** What a tab says that does nothing, since another one is at work on the same account. */
export const otherTab = { result: 'notDone', code: 'other-tab' } as const;

/** An account of the tenant's, and time. */
export const settingsWorldOf = (party: LinkParty, api: ManagementApiService): SettingsWorld => ({
  read: () => firstValueFrom(accountReading(api, party)),
  write: (changes) => firstValueFrom(api.writeSettings(party.userId, changes, party.bearer)),
  pause,
});

/**
 * Changes the settings of an account until they are as they should be; `changesFor` says what is still to be
 * written. Not while a link is on its way, which counts on the settings being as it has left them.
 */
export async function settleAccount(
  party: LinkParty,
  api: ManagementApiService,
  changesFor: (now: Settings) => Settings,
): Promise<Settled> {
  const world = settingsWorldOf(party, api);
  const ended = await oneAtATime(party.userId, () =>
    settleSettings(world, unlessLinking(changesFor)),
  );

  return ended ?? otherTab;
}
