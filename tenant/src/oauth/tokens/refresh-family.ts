import { OAuthError } from '../../protocol/errors.ts';
import { secretId } from '../../protocol/random.ts';
import type { Client } from '../../state/config/client.ts';
import {
  type Authorization,
  type CustomClaims,
  noClaims,
  type RefreshFamily,
  type RefreshToken,
} from '../../state/grants.ts';
import type { Moment, TenantState } from '../../state/tenant-state.ts';
import type { TokenGrant } from './token-grant.ts';

/** What a person can have at one client; one more ends the oldest (Auth0's documentation of refresh tokens). */
const mostFamilies = 200;

/** How many different scopes are shared; nobody asks for that many, except to fill the memory. */
const mostScopes = 1000;

const scopes = new Map<string, readonly string[]>();

/** A family of refresh tokens and the client that has it. */
interface Membership {
  readonly family: RefreshFamily;
  readonly client: Client;
}

/** Gives a grant its first refresh token (contract §3.2). */
export function startFamily(grant: TokenGrant, moment: Moment): string {
  const { state, nowMs } = moment;
  const { grantId, user, client, authorization } = grant;
  makeRoom(user.user_id, client, moment);
  const family: RefreshFamily = {
    // The nonce belongs to the sign-in's own ID token (OIDC Core §12.2).
    authorization: compactAuthorization({ ...authorization, nonce: undefined }, state),
    userId: user.user_id,
    userCreatedAt: user.created_at,
    startedAtMs: nowMs,
    generation: 0,
    rotatedAtMs: nowMs,
  };

  return keepToken({ grantId, generation: 0 }, { family, client }, moment);
}

/** Finds the family of a refresh token. One that was used up ends the family and throws an `OAuthError` (contract §3.2). */
export function findFamily(
  token: string,
  client: Client,
  { state, nowMs }: Moment,
): { readonly grantId: string; readonly family: RefreshFamily } {
  const found = state.grants.refreshTokens.get(token, nowMs);
  const family =
    found === undefined ? undefined : state.grants.refreshFamilies.get(found.grantId, nowMs);
  if (found === undefined || family?.authorization.clientId !== client.client_id) throw unknown();
  if (!isCurrent(found, { family, client }, nowMs)) {
    // Two parties hold tokens of this family, and nobody can tell which is the right one.
    endFamily(found.grantId, state);
    throw unknown();
  }

  return { grantId: found.grantId, family };
}

/**
 * Makes the refresh token that goes with a renewal: the next of a rotating family; `undefined` if the client keeps
 * the one it has (contract §3.2).
 */
export function nextToken(
  token: string,
  { grantId, family, client }: Membership & { readonly grantId: string },
  moment: Moment,
): string | undefined {
  const { state, nowMs } = moment;
  if (client.refresh_token.rotation_type === 'non-rotating') {
    keepToken({ id: token, grantId, generation: 0 }, { family, client }, moment);

    return undefined;
  }
  const used = state.grants.refreshTokens.get(token, nowMs)?.generation ?? family.generation;
  const isOverlap = used < family.generation;
  const generation = isOverlap ? family.generation : family.generation + 1;
  const next = { ...family, generation, rotatedAtMs: isOverlap ? family.rotatedAtMs : nowMs };

  return keepToken({ grantId, generation }, { family: next, client }, moment);
}

/** Takes all refresh tokens of a grant back. */
export function endFamily(grantId: string, state: TenantState): void {
  state.grants.refreshFamilies.delete(grantId);
}

function makeRoom(userId: string, client: Client, { state, nowMs }: Moment): void {
  const own = state.grants.refreshFamilies
    .live(nowMs)
    .filter(({ value }) => value.userId === userId)
    .filter(({ value }) => value.authorization.clientId === client.client_id);
  for (const { key } of own.slice(0, Math.max(0, own.length - mostFamilies + 1))) {
    endFamily(key, state);
    state.grants.refreshTokens.deleteWhere(({ grantId }) => grantId === key);
  }
}

function isCurrent(
  { generation }: RefreshToken,
  { family, client: { refresh_token } }: Membership,
  nowMs: number,
): boolean {
  if (generation === family.generation) return true;
  const isWithinLeeway = nowMs - family.rotatedAtMs < refresh_token.leeway * 1000;

  return generation === family.generation - 1 && isWithinLeeway;
}

function keepToken(
  { id = secretId(), ...token }: RefreshToken & { readonly id?: string },
  { family, client }: Membership,
  { state, nowMs }: Moment,
): string {
  const lifespan = { nowMs, expiresAtMs: expiryMs(family, client, nowMs) };
  state.grants.refreshFamilies.set(token.grantId, family, lifespan);
  state.grants.refreshTokens.set(id, token, lifespan);

  return id;
}

function expiryMs(
  { startedAtMs }: RefreshFamily,
  { refresh_token }: Client,
  nowMs: number,
): number {
  const { infinite_token_lifetime, infinite_idle_token_lifetime } = refresh_token;
  if (refresh_token.expiration_type === 'non-expiring') return Infinity;

  return Math.min(
    infinite_token_lifetime ? Infinity : startedAtMs + refresh_token.token_lifetime * 1000,
    infinite_idle_token_lifetime ? Infinity : nowMs + refresh_token.idle_token_lifetime * 1000,
  );
}

function unknown(): OAuthError {
  return new OAuthError(403, 'invalid_grant', 'Unknown or invalid refresh token.');
}

/**
 * Copies an authorization into the shape that is kept for weeks: equal scopes are held once, and no part of a
 * request's address keeps the whole address in memory.
 */
function compactAuthorization(
  authorization: Authorization,
  { config: { apis } }: TenantState,
): Authorization {
  const { scope, audience, claims } = authorization;

  return {
    ...authorization,
    scope: shared(scope),
    audience: apis.get(audience ?? '')?.identifier ?? audience,
    claims: isEmpty(claims) ? noClaims : claims,
  };
}

function shared(scope: readonly string[]): readonly string[] {
  const text = scope.join(' ');
  const known = scopes.get(text);
  if (known !== undefined) return known;
  if (scopes.size < mostScopes) scopes.set(text, scope);

  return scope;
}

function isEmpty({ idToken, accessToken }: CustomClaims): boolean {
  return Object.keys(idToken).length === 0 && Object.keys(accessToken).length === 0;
}
