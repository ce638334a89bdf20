import { ManagementError } from '../../protocol/errors.ts';
import { authorizationIn, type TenantRequest } from '../../protocol/http.ts';
import type { JsonObject } from '../../protocol/json.ts';
import type { Exchange, TenantState } from '../../state/tenant-state.ts';
import { isGranted, namesAudience } from './token-checks.ts';

/** What a caller of the Management API has proved. */
export interface Caller {
  readonly sub: string;
  readonly azp: string;
  readonly scope: readonly string[];
}

/** Verifies the access token of a Management call. Throws a `ManagementError`, in the order and words of contract §6.1. */
export async function authenticate(exchange: Exchange): Promise<Caller> {
  const { request, state, nowMs } = exchange;
  const claims = await signedClaims(bearerToken(request), state);
  if (claims['iss'] !== state.issuer) throw unauthorized('Invalid token');
  if (!namesAudience(claims, state.managementAudience)) {
    throw unauthorized(`Bad audience: ${String(claims['aud'])}`);
  }
  const { exp, sub, azp, scope } = claims;
  if (typeof exp !== 'number' || nowMs >= exp * 1000) {
    throw unauthorized('Expired token received for JSON Web Token validation');
  }
  if (typeof sub !== 'string' || typeof azp !== 'string' || typeof scope !== 'string') {
    throw unauthorized('Invalid token');
  }
  if (!isGranted(claims, exchange)) throw unauthorized('Invalid token');
  // Nobody documents that the Management API takes tokens bound to a key, so it does not (§3.6).
  if (claims['cnf'] !== undefined) throw unauthorized('Invalid token');

  return { sub, azp, scope: scope.split(' ') };
}

function bearerToken(request: TenantRequest): string {
  const given = authorizationIn(request.headers);
  // Another scheme counts as none.
  if (given?.scheme !== 'bearer') throw new ManagementError(401, 'Missing authentication');
  const [token, ...rest] = given.credentials;
  // An opaque token gets this answer too: what a client sees that forgot the audience.
  if (token?.split('.').length !== 3 || rest.length > 0) {
    throw new ManagementError(400, 'Bad HTTP authentication header format', 'Bearer');
  }

  return token;
}

async function signedClaims(token: string, state: TenantState): Promise<JsonObject> {
  const reading = await state.signer.read(token);
  if (reading.kind === 'valid') return reading.claims;
  if (reading.fault === 'signature') {
    throw unauthorized('Invalid signature received for JSON Web Token validation');
  }

  throw unauthorized('Invalid token');
}

function unauthorized(message: string): ManagementError {
  return new ManagementError(401, message).withAttributes();
}
