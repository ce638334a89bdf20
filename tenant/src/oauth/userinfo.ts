import { OAuthError } from '../protocol/errors.ts';
import { authorizationIn, json, type Reply } from '../protocol/http.ts';
import { isObject } from '../protocol/json.ts';
import type { OpaqueToken } from '../state/grants.ts';
import type { Exchange, Moment } from '../state/tenant-state.ts';
import { readDpopProof } from './tokens/dpop-proof.ts';
import { profileClaims } from './tokens/mint-tokens.ts';
import { isGranted, namesAudience } from './tokens/token-checks.ts';

type Subject = Omit<OpaqueToken, 'grantId'>;

const noAuthorization = { scheme: '', credentials: [] };

/** Answers `GET /userinfo`: what the token's scope opens about its person (contract §5). */
export async function userinfo(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  const { scheme, credentials } = authorizationIn(request.headers) ?? noAuthorization;
  const [token, ...rest] = credentials;
  if (!['bearer', 'dpop'].includes(scheme) || token === undefined || rest.length > 0) {
    throw invalidToken();
  }
  const subject = opaqueSubject(token, exchange) ?? (await signedSubject(token, exchange));
  const user = subject === undefined ? undefined : state.users.get(subject.userId);
  if (subject?.scope.includes('openid') !== true || user === undefined) throw invalidToken();
  const dpopKey = scheme === 'dpop' ? await provedKey(token, exchange) : undefined;
  // A token that is bound to a key is worth nothing without it (RFC 9449 §7).
  if (subject.dpopKey !== dpopKey) throw invalidToken();

  return json(200, { sub: user.user_id, ...profileClaims(user, subject.scope, state) });
}

function opaqueSubject(token: string, { state, nowMs }: Moment): Subject | undefined {
  const found = state.grants.opaqueTokens.get(token, nowMs);
  if (found === undefined || state.grants.liveGrants.get(found.grantId, nowMs) === undefined)
    return undefined;

  return found;
}

async function signedSubject(token: string, moment: Moment): Promise<Subject | undefined> {
  const { state, nowMs } = moment;
  const reading = await state.signer.read(token);
  if (reading.kind === 'refused') return undefined;
  const { sub, exp, scope, cnf } = reading.claims;
  if (!namesAudience(reading.claims, state.userinfoAudience)) return undefined;
  if (typeof exp !== 'number' || nowMs >= exp * 1000) return undefined;
  if (!isGranted(reading.claims, moment)) return undefined;
  if (typeof sub !== 'string' || typeof scope !== 'string') return undefined;

  const key = isObject(cnf) ? cnf['jkt'] : undefined;

  return {
    userId: sub,
    scope: scope.split(' '),
    dpopKey: typeof key === 'string' ? key : undefined,
  };
}

async function provedKey(accessToken: string, exchange: Exchange): Promise<string | undefined> {
  const { request, state } = exchange;
  const target = {
    ...{ method: request.method, url: `${state.issuer}userinfo`, accessToken },
    needsNonce: false,
  };
  try {
    return await readDpopProof(target, exchange);
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    throw new OAuthError(401, error.error, error.message).withHeaders({
      ...error.headers,
      'www-authenticate': `DPoP error="${error.error}"`,
    });
  }
}

function invalidToken(): OAuthError {
  return new OAuthError(401, 'invalid_token', 'The access token is missing, wrong or expired.');
}
