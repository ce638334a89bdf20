import type { TenantState } from '../../state/tenant-state.ts';

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
