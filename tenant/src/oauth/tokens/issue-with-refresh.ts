import type { JsonObject } from '../../protocol/json.ts';
import type { Moment } from '../../state/exchange.ts';
import { issueTokens } from './issue.ts';
import { startFamily } from './refresh/refresh-family.ts';
import { grantedScope } from './scopes.ts';
import type { TokenGrant } from './token-grant.ts';

/** Issues the first tokens of a grant, with a refresh token if `offline_access` was granted (contract §3.1). */
export async function issueWithRefresh(grant: TokenGrant, moment: Moment): Promise<JsonObject> {
  const { client, user, authorization } = grant;
  const { scope: requested, audience } = authorization;
  const scope = grantedScope({ requested, audience, client, user }, moment.state);
  const tokens = await issueTokens(grant, moment);
  if (!scope.includes('offline_access')) return tokens;

  return { ...tokens, refresh_token: startFamily(grant, moment) };
}
