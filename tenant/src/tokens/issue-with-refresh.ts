import type { JsonObject } from '../protocol/json.ts';
import type { TenantState } from '../state/tenant-state.ts';
import type { Agreement } from './agreement.ts';
import { issueTokens } from './issue.ts';
import { startFamily } from './refresh-family.ts';
import { grantedScope } from './scopes.ts';

/** The first tokens of a grant: with a refresh token if `offline_access` was granted (contract §3.1). */
export async function issueWithRefresh(
  agreement: Agreement,
  state: TenantState,
  now: number,
): Promise<JsonObject> {
  const { client, user, authorization } = agreement;
  const { scope: requested, audience } = authorization;
  const scope = grantedScope({ requested, audience, client, user }, state);
  const tokens = await issueTokens(agreement, state, now);
  if (!scope.includes('offline_access')) return tokens;

  return { ...tokens, refresh_token: startFamily(agreement, state, now) };
}
