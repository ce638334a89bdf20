import { firstValueFrom } from 'rxjs';

import { ManagementApiError } from '../../management-api/management-api-error';
import type { ManagementApiService } from '../../management-api/management-api-service';
import type { LinkParty } from './link-parties';
import type { AccountReading } from './link-port';

/** Reads an account in its own name. Never fails: why it cannot be read is an answer, too. */
export async function readAccount(
  api: ManagementApiService,
  { userId, bearer }: LinkParty,
): Promise<AccountReading> {
  // Whatever the request fails with is named by its code.
  try {
    return { known: true, account: await firstValueFrom(api.readAccount(userId, bearer)) };
  } catch (cause) {
    return { known: false, code: ManagementApiError.from(cause).code };
  }
}
