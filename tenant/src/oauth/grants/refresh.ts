import { OAuthError } from '../../protocol/errors.ts';
import { textField } from '../../protocol/http.ts';
import type { JsonObject } from '../../protocol/json.ts';
import type { Authorization, CustomClaims, RefreshFamily } from '../../state/grants.ts';
import type { Client } from '../../state/config/client.ts';
import { isManagementAudience } from '../../state/config/management-api.ts';
import { identityKey, type User } from '../../state/people/user.ts';
import type { Moment, TenantState } from '../../state/tenant-state.ts';
import { issueTokens } from '../tokens/issue.ts';
import { findFamily, nextToken } from '../tokens/refresh-family.ts';
import { hookClaims } from './direct-grants.ts';
import { requiredField, type TokenRequest } from './token-request.ts';

/**
 * Grants `refresh_token`: tokens again, for fewer scopes if fewer are asked for, or for another API where the client has
 * a policy for it (contract §3.2).
 */
export async function refresh(asked: TokenRequest, moment: Moment): Promise<JsonObject> {
  const { fields, client, dpopKey } = asked;
  const token = requiredField(fields, 'refresh_token');
  const { grantId, family } = findFamily(token, client, moment);
  const authorization = forApi(family.authorization, asked, moment.state);
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

/** What a multi-resource refresh token stands for at the API that is asked for. One without a policy is left unheard. */
function forApi(
  authorization: Authorization,
  { fields, client }: TokenRequest,
  state: TenantState,
): Authorization {
  const audience = textField(fields, 'audience');
  const policy = policyFor(audience, client, state);
  if (audience === authorization.audience || policy === undefined) return authorization;
  const people = authorization.scope.filter((name) => !name.includes(':'));

  return { ...authorization, audience, scope: [...people, ...policy.scope] };
}

const policyFor = (
  audience: string | undefined,
  { refresh_token: { policies = [] } }: Client,
  { managementAudience, config }: TenantState,
) =>
  audience !== undefined && config.apis.has(audience)
    ? policies.find((policy) =>
        isManagementAudience(policy.audience)
          ? audience === managementAudience
          : audience === policy.audience,
      )
    : undefined;

function narrowedScope({ scope }: Authorization, fields: JsonObject): readonly string[] {
  const asked = textField(fields, 'scope')?.split(' ');

  return asked === undefined ? scope : scope.filter((name) => asked.includes(name));
}

function claimsFor(
  { request, fields, client }: TokenRequest,
  {
    authorization: { identity, audience, organization, scope, sid, signedInAtMs },
    user,
  }: { readonly authorization: Authorization; readonly user: User },
  moment: Moment,
): Promise<CustomClaims> {
  const used = user.identities.find((other) => identityKey(other) === identity);
  const connection = (used ?? user.identities[0]).connection;
  const context = {
    ...{ user, connection, client, audience, organization, signedInAtMs },
    identity: identityKey(used ?? user.identities[0]),
    sid,
    query: {},
    transaction: {
      protocol: 'oauth2-refresh-token',
      requested_scopes: textField(fields, 'scope')?.split(' ') ?? scope,
    },
  };

  return hookClaims(context, { ...moment, request });
}
