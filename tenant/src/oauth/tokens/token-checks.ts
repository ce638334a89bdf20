import type { JsonObject } from '../../protocol/json.ts';
import type { Moment, TenantState } from '../../state/tenant-state.ts';

/** Whether a token is meant for this audience; `aud` is a string or a list (contract §3.1). */
export function namesAudience({ aud }: JsonObject, audience: string): boolean {
  return aud === audience || (Array.isArray(aud) && aud.includes(audience));
}

/** Whether the grant that a token came from still stands. */
export function isGranted({ jti }: JsonObject, { state, nowMs }: Moment): boolean {
  const grantId = typeof jti === 'string' ? jti.split('.')[0] : undefined;

  return grantId !== undefined && state.grants.liveGrants.get(grantId, nowMs) === true;
}

/** Reads whom an ID token of this tenant names, and for which client. An expired one counts too (OIDC Core §3.1.2.1). */
export async function readIdTokenHint(
  token: string,
  state: TenantState,
): Promise<{ readonly userId: string; readonly clientId: string } | undefined> {
  const reading = await state.signer.read(token);
  if (reading.kind === 'refused') return undefined;
  const { iss, sub, aud } = reading.claims;
  if (iss !== state.issuer || typeof sub !== 'string' || typeof aud !== 'string') return undefined;

  return { userId: sub, clientId: aud };
}
