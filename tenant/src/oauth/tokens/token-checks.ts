import type { JsonObject } from '../../protocol/json.ts';
import type { Moment } from '../../state/tenant-state.ts';

/** Whether a token is meant for this audience; `aud` is a string or a list (contract §3.1). */
export function namesAudience({ aud }: JsonObject, audience: string): boolean {
  return aud === audience || (Array.isArray(aud) && aud.includes(audience));
}

/** Whether the grant that a token came from still stands. */
export function isGranted({ jti }: JsonObject, { state, nowMs }: Moment): boolean {
  const grantId = typeof jti === 'string' ? jti.split('.')[0] : undefined;

  return grantId !== undefined && state.grants.liveGrants.get(grantId, nowMs) === true;
}
