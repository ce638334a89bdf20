import { type JsonObject, parseJson } from '../protocol/json.ts';
import { secretId } from '../protocol/random.ts';
import type { PostLoginApi, PostLoginEvent } from '../state/config/post-login-hook.ts';
import { lasting } from '../state/expiring-map.ts';
import type { Moment } from '../state/tenant-state.ts';
import { decodeRedirectToken, encodeRedirectToken } from './redirect-token.ts';

/** Fifteen minutes, Auth0's own default for such a token. */
const redirectTokenLifetimeSeconds = 900;

/** What a hook asked for while it ran. */
export interface HookEffects {
  readonly idToken: JsonObject;
  readonly accessToken: JsonObject;
  readonly denial: string | undefined;
  readonly primaryUser: string | undefined;
  /** Where the person goes next; `state` is what brings them back through `/continue`. */
  readonly redirect: { readonly url: string; readonly state: string } | undefined;
}

/** An `api` for one run of a hook, and a look at what was asked of it. */
export function recordEffects(
  event: PostLoginEvent,
  transactionState: string | undefined,
  { state, nowMs }: Moment,
): { readonly api: PostLoginApi; readonly effects: () => HookEffects } {
  const idToken: Record<string, unknown> = {};
  const accessToken: Record<string, unknown> = {};
  const returnState = secretId();
  let denial: string | undefined;
  let primaryUser: string | undefined;
  let redirect: HookEffects['redirect'];

  const api: PostLoginApi = {
    access: {
      deny: (reason) => {
        denial = reason;
      },
    },
    idToken: { setCustomClaim: (name, value) => void (idToken[name] = asJson(value)) },
    accessToken: { setCustomClaim: (name, value) => void (accessToken[name] = asJson(value)) },
    authentication: {
      setPrimaryUser: (userId) => {
        if (primaryUser !== undefined) throw new Error('setPrimaryUser was called already.');
        if (userId.length > 128) throw new Error('A user id has 128 characters at most.');
        primaryUser = userId;
      },
    },
    cache: {
      get: (key) => {
        const value = state.signIns.hookCache.get(key, nowMs);

        return value === undefined ? undefined : { value };
      },
      set: (key, value, { ttl }) => {
        state.signIns.hookCache.set(key, value, lasting(ttl, nowMs));
      },
    },
    redirect: {
      sendUserTo: (url, { query = {} } = {}) => {
        const target = new URL(url);
        for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value);
        target.searchParams.set('state', returnState);
        redirect = { url: target.href, state: returnState };
      },
      encodeToken: ({ secret, payload, expiresInSeconds = redirectTokenLifetimeSeconds }) => {
        const issuedAtSeconds = Math.floor(nowMs / 1000);
        const standard = {
          iss: new URL(state.issuer).host,
          sub: event.user['user_id'],
          ip: event.request.ip,
          iat: issuedAtSeconds,
          exp: issuedAtSeconds + expiresInSeconds,
        };

        return encodeRedirectToken({ ...payload, ...standard }, secret);
      },
      validateToken: ({ secret, tokenParameterName = 'session_token' }) => {
        const sent =
          event.request.body[tokenParameterName] ?? event.request.query[tokenParameterName];
        if (typeof sent !== 'string') throw new Error(`There is no ${tokenParameterName}.`);
        const claims = decodeRedirectToken(sent, secret, nowMs);
        if (claims['state'] !== transactionState) {
          throw new Error('The token belongs to another sign-in.');
        }
        if (claims['sub'] !== event.user['user_id']) {
          throw new Error('The token belongs to somebody else.');
        }

        return claims;
      },
    },
  };

  return { api, effects: () => ({ idToken, accessToken, denial, primaryUser, redirect }) };
}

/** A claim as a token and a snapshot can hold it; what is no JSON, or nests too deeply, is the hook's error. */
function asJson(value: unknown): unknown {
  if (value === undefined) return undefined;
  const claim = parseJson(JSON.stringify(value));
  if (claim === undefined) throw new Error('A claim must be JSON, not too deeply nested.');

  return claim;
}
