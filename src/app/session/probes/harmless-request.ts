import type { LigatureConfig } from '../../config/ligature-config';

/** A question to the tenant that signs nobody in: whatever comes back is used for nothing. */
export interface HarmlessRequest {
  readonly redirectUri: string;
  readonly connection?: string;
  readonly audience?: string;
  /** Whether the tenant's session counts; without it, nobody is signed in and no code is made. */
  readonly withSession: boolean;
}

/** Makes the address of a request that signs nobody in, with parameters of `more`, and its `state`. */
export function harmlessAddress(
  { origin, clientId }: LigatureConfig['tenant'],
  { redirectUri, connection, audience, withSession }: HarmlessRequest,
  more: Readonly<Record<string, string>> = {},
): { readonly address: string; readonly state: string } {
  const state = crypto.randomUUID();
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid',
    state,
    nonce: crypto.randomUUID(),
    // The hash of a verifier that nobody knows, so that a code which is made is worth nothing.
    code_challenge: randomHash(),
    code_challenge_method: 'S256',
    prompt: 'none',
    ...(connection !== undefined && { connection }),
    ...(audience !== undefined && { audience }),
    ...(!withSession && { max_age: '0' }),
    ...more,
  });

  return { address: `${origin}/authorize?${query.toString()}`, state };
}

const randomHash = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
