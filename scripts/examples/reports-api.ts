import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import type { Answering } from '../serve/serve-app.ts';

/** The audience of a portal's own API, which the local tenant knows. */
export const reportsAudience = 'https://reports.ligature.example/';

interface AccessToken {
  readonly iss?: string;
  readonly sub?: string;
  readonly aud?: string | readonly string[];
  readonly exp?: number;
}

/** A portal's own API: it says who is asking, by an access token of the tenant for its audience, and no other. */
export const reportsApi =
  (tenant: string): Answering =>
  async ({ headers: { authorization = '' } }) => {
    const claims = await verified(authorization.replace(/^Bearer /, ''), tenant);

    return claims?.sub === undefined
      ? { status: 401, body: { error: 'unauthorized' } }
      : { status: 200, body: { subject: claims.sub } };
  };

/** The claims of a token that this tenant has signed for this audience, and that is still good. */
async function verified(token: string, tenant: string): Promise<AccessToken | undefined> {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const key = await keyOf(header, tenant);
  const signed = Buffer.from(`${header}.${payload}`);
  if (
    key === undefined ||
    !verify(
      'RSA-SHA256',
      signed,
      createPublicKey({ key, format: 'jwk' }),
      Buffer.from(signature, 'base64url'),
    )
  ) {
    return undefined;
  }
  const claims = jsonOf(payload) as AccessToken;
  const isGood =
    claims.iss === `${tenant}/` &&
    [claims.aud].flat().includes(reportsAudience) &&
    (claims.exp ?? 0) * 1000 > Date.now();

  return isGood ? claims : undefined;
}

async function keyOf(header: string, tenant: string): Promise<JsonWebKey | undefined> {
  const { kid } = jsonOf(header) as { readonly kid?: string };
  const answer = await fetch(`${tenant}/.well-known/jwks.json`);
  const { keys } = (await answer.json()) as { readonly keys: readonly JsonWebKey[] };

  return keys.find((key) => key['kid'] === kid);
}

/** Reads a part of a token; of what is none, an empty object. */
function jsonOf(part: string): object {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString()) as object;
  } catch {
    return {};
  }
}
