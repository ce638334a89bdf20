import { firstValueFrom } from 'rxjs';

import type { Settings } from '../../identity/json';
import type { ManagementApiService } from '../../management-api/management-api-service';
import { otherTab, withAccountLock } from '../ports/account-lock';
import { readAccount } from '../ports/account-reading';
import { delay } from '../ports/delay';
import type { LinkParty } from '../ports/link-parties';
import {
  convergeSettings,
  unlessLinking,
  type Converged,
  type SettingsPort,
} from './converge-settings';

/** Makes the port by which an account of the tenant is read and written. */
export const httpSettingsPort = (party: LinkParty, api: ManagementApiService): SettingsPort => ({
  read: () => readAccount(api, party),
  write: (changes) => firstValueFrom(api.writeSettings(party.userId, changes, party.bearer)),
  delay,
});

/**
 * Changes the settings of an account until they are as they should be. `changesFor` says what is still to be written.
 * Changes nothing while a link is on its way, which needs the settings as it has left them.
 */
export function convergeAccount(
  party: LinkParty,
  api: ManagementApiService,
  changesFor: (now: Settings) => Settings,
): Promise<Converged> {
  const port = httpSettingsPort(party, api);

  return withAccountLock<Converged>(
    party.userId,
    () => convergeSettings(port, unlessLinking(changesFor)),
    otherTab,
  );
}
