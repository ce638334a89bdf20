import type { Authorization, CustomClaims } from '../../state/grants.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** How many different scopes are shared; nobody asks for that many, except to fill the memory. */
const mostScopes = 1000;

const scopes = new Map<string, readonly string[]>();
const noClaims: CustomClaims = { idToken: {}, accessToken: {} };

/**
 * Copies an authorization into the shape that is kept for weeks: equal scopes are held once, and no part of a
 * request's address keeps the whole address in memory.
 */
export function compactAuthorization(
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
