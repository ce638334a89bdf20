import { runPostLogin } from '../../../actions/run-post-login.ts';
import { CallbackError, OAuthError } from '../../../protocol/errors.ts';
import type { JsonObject } from '../../../protocol/json.ts';
import { textField } from '../../../protocol/request.ts';
import type { Moment } from '../../../state/exchange.ts';
import type { Authorization, CustomClaims, RefreshFamily } from '../../../state/grants.ts';
import { identityKey, type User } from '../../../state/people/user.ts';
import type { TenantState } from '../../../state/tenant-state.ts';
import { requiredField } from '../../clients/required-field.ts';
import { issueTokens } from '../../tokens/issue.ts';
import { findFamily, nextToken } from '../../tokens/refresh/refresh-family.ts';
import type { TokenRequest } from './token-request.ts';

/** `grant_type=refresh_token`: tokens again, for less if less is asked for (contract §3.2). */
export async function refresh(asked: TokenRequest, moment: Moment): Promise<JsonObject> {
  const { fields, client, dpopKey } = asked;
  const token = requiredField(fields, 'refresh_token');
  const { grantId, family } = findFamily(token, client, moment);
  const { authorization } = family;
  if (authorization.dpopKey !== undefined && authorization.dpopKey !== dpopKey) {
    throw new OAuthError(400, 'invalid_dpop_proof', 'The token is bound to another DPoP key');
  }
  const user = userOf(family, moment.state);
  const scope = narrowedScope(authorization, fields);
  const claims = await claimsFor(asked, { authorization, user }, moment);
  const tokens = await issueTokens(
    { grantId, user, client, authorization: { ...authorization, scope, claims } },
    moment,
  );
  const next = nextToken(token, { grantId, family, client }, moment);

  return { ...tokens, ...(next !== undefined && { refresh_token: next }) };
}

/** Whose tokens these are. An absorbed account is gone, even if its id is given out again (§7). */
function userOf({ userId, userCreatedAt }: RefreshFamily, state: TenantState): User {
  const user = state.users.get(userId);
  if (user?.created_at !== userCreatedAt) {
    throw new OAuthError(
      403,
      'invalid_grant',
      "The refresh_token was generated for a user who doesn't exist anymore.",
    );
  }
  if (user.blocked === true) throw new OAuthError(403, 'unauthorized', 'user is blocked');

  return user;
}

function narrowedScope({ scope }: Authorization, fields: JsonObject): readonly string[] {
  const asked = textField(fields, 'scope')?.split(' ');

  return asked === undefined ? scope : scope.filter((name) => asked.includes(name));
}

async function claimsFor(
  { request, fields, client }: TokenRequest,
  {
    authorization: { identity, audience, organization, scope, sid, signedInAtMs },
    user,
  }: { readonly authorization: Authorization; readonly user: User },
  { state, nowMs }: Moment,
): Promise<CustomClaims> {
  const used = user.identities.find((other) => identityKey(other) === identity);
  const connection = (used ?? user.identities[0]).connection;
  const occasion = {
    ...{ user, connection, client, audience, organization, signedInAtMs },
    identity: identityKey(used ?? user.identities[0]),
    sid,
    query: {},
    transaction: {
      protocol: 'oauth2-refresh-token',
      requested_scopes: textField(fields, 'scope')?.split(' ') ?? scope,
    },
  };
  try {
    // There is no browser here, so a hook's page is passed by (contract §9).
    const { claims } = await runPostLogin(occasion, undefined, { request, state, nowMs });

    return claims;
  } catch (error) {
    if (error instanceof CallbackError) throw new OAuthError(403, error.error, error.message);
    throw error;
  }
}
