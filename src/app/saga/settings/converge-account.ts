import { firstValueFrom } from 'rxjs';

import type { Settings } from '../../identity/json';
import type { ManagementApiService } from '../../management-api/management-api-service';
import { withAccountLock } from '../ports/account-lock';
import { accountReading } from '../ports/account-reading';
import { delay } from '../ports/delay';
import type { LinkParty } from '../ports/link-parties';
import { convergeSettings, type Converged, type SettingsPort } from './converge-settings';
import { unlessLinking } from './run-put-back';

/** What a tab says that does nothing, since another one is at work on the same account. */
export const otherTab = { kind: 'notDone', code: 'other-tab' } as const;

/** An account of the tenant's, and time. */
export const httpSettingsPort = (party: LinkParty, api: ManagementApiService): SettingsPort => ({
  read: () => firstValueFrom(accountReading(api, party)),
  write: (changes) => firstValueFrom(api.writeSettings(party.userId, changes, party.bearer)),
  delay,
});

/**
 * Changes the settings of an account until they are as they should be; `changesFor` says what is still to be
 * written. Not while a link is on its way, which counts on the settings being as it has left them.
 */
export async function convergeAccount(
  party: LinkParty,
  api: ManagementApiService,
  changesFor: (now: Settings) => Settings,
): Promise<Converged> {
  const port = httpSettingsPort(party, api);
  const ended = await withAccountLock(party.userId, () =>
    convergeSettings(port, unlessLinking(changesFor)),
  );

  return ended ?? otherTab;
}
