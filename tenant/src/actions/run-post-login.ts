import { CallbackError } from '../protocol/errors.ts';
import { isObject, type JsonObject } from '../protocol/json.ts';
import { type CustomClaims, noClaims } from '../state/grants.ts';
import { identityKey } from '../state/people/user.ts';
import type { Exchange, TenantState } from '../state/tenant-state.ts';
import { type HookEffects, recordEffects } from './hook-effects.ts';
import { type PostLoginContext, postLoginEvent } from './post-login-event.ts';

/** What the hooks left behind: claims, and a page that one of them wants the person to visit. */
export interface HookResult {
  readonly claims: CustomClaims;
  readonly redirect: (NonNullable<HookEffects['redirect']> & { readonly hook: number }) | undefined;
}

/** A person who is back from the page that a hook sent them to. */
interface Return {
  readonly hook: number;
  readonly state: string;
  readonly claims: CustomClaims;
}

/**
 * Runs the hooks in their order; after a page, from the one that sent the person there. A refusal is
 * thrown, for the client to hear of (contract §9).
 */
export async function runPostLogin(
  context: PostLoginContext,
  back: Return | undefined,
  exchange: Exchange,
): Promise<HookResult> {
  const { state } = exchange;
  let claims = back?.claims ?? noClaims;
  for (const [index, hook] of state.config.postLogin.entries()) {
    if (index < (back?.hook ?? 0)) continue;
    const isBack = index === back?.hook;
    const run = isBack ? hook.onContinuePostLogin : hook.onExecutePostLogin;
    const event = postLoginEvent(context, hook.secrets, exchange);
    const { api, effects } = recordEffects(event, isBack ? back.state : undefined, exchange);
    await runStep(() => run?.(event, api));
    const { denial, primaryUser, redirect, ...set } = effects();
    if (denial !== undefined) throw new CallbackError('access_denied', denial);
    requireRightUser(context, primaryUser, state);
    claims = withClaims(claims, set);
    if (redirect !== undefined) return { claims, redirect: { ...redirect, hook: index } };
  }

  return { claims, redirect: undefined };
}

/** A hook that fails fails the sign-in, and the client is told the hook's own words. */
async function runStep(run: () => unknown): Promise<void> {
  try {
    await run();
  } catch (error) {
    // What an action throws is an error of another realm, so `instanceof` does not know it.
    const message = isObject(error) ? error['message'] : error;
    throw new CallbackError('access_denied', String(message));
  }
}

function withClaims(earlier: CustomClaims, set: CustomClaims): CustomClaims {
  return {
    idToken: { ...earlier.idToken, ...allowed(set.idToken) },
    accessToken: { ...earlier.accessToken, ...allowed(set.accessToken) },
  };
}

/**
 * A hook may link the account and must then name the new primary; which of the two comes first is
 * its own choice, so both are looked at when it is done (contract §9).
 */
function requireRightUser(
  { user, identity }: PostLoginContext,
  primaryUser: string | undefined,
  state: TenantState,
): void {
  const owner = state.users.ownerOf(identity);
  const isSecondary =
    owner?.user_id === primaryUser &&
    owner?.identities.slice(1).some((other) => identityKey(other) === identity) === true;
  if (primaryUser !== undefined ? !isSecondary : owner?.user_id !== user.user_id) {
    throw new CallbackError('access_denied', 'Unable to construct login user');
  }
}

/** The claims that are the tenant's own to set; Auth0 leaves such a call without effect. */
const reserved = new Set(
  'acr act active amr at_hash ath aud auth_time authorization_details azp c_hash client_id cnf exp gty htm htu iat iss jti jwk nbf nonce org_id org_name s_hash scope sid sub'.split(
    ' ',
  ),
);

function allowed(claims: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(claims).filter(([name]) => !reserved.has(name)));
}
