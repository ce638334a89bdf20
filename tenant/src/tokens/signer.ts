import { compactVerify, decodeProtectedHeader, type JWK, SignJWT } from 'jose';

import { isObject, type JsonObject, parseJson } from '../protocol/json.ts';
import { newSigningKey, privateJwk, publicJwk, type SigningKey } from './signing-key.ts';

/** Why a text is not a token of ours. */
type TokenFault = 'malformed' | 'algorithm' | 'signature';

type TokenReading = { readonly claims: JsonObject } | { readonly fault: TokenFault };

type Keys = readonly [SigningKey, ...SigningKey[]];

/**
 * The tenant's keys: RS256 only, each named by a `kid` (contract §1). The first one signs; those that
 * signed before it count until they are revoked.
 */
export class Signer {
  #keys: Promise<Keys> = newSigningKey().then((key) => [key]);

  /** Signs claims. Tokens of ours say nothing in the header beyond what verifying needs. */
  async sign(claims: Readonly<Record<string, unknown>>): Promise<string> {
    const [{ kid, privateKey }] = await this.#keys;

    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
      .sign(privateKey);
  }

  /** Reads a token that may come from anywhere: what it claims, or why it is not ours. */
  async read(token: string): Promise<TokenReading> {
    const header = protectedHeader(token);
    if (header === undefined) return { fault: 'malformed' };
    if (header.alg !== 'RS256') return { fault: 'algorithm' };
    const key = (await this.#keys).find(({ kid }) => kid === header.kid);
    const payload = key && (await verifiedPayload(token, key));
    if (payload === undefined) return { fault: 'signature' };
    const claims = parseJson(payload);

    return isObject(claims) ? { claims } : { fault: 'malformed' };
  }

  /** What `/.well-known/jwks.json` publishes. */
  async publicKeys(): Promise<JsonObject> {
    return { keys: await Promise.all((await this.#keys).map(publicJwk)) };
  }

  /** From now on a new key signs. With `revoke`, tokens that the old ones signed are worth nothing. */
  async rotate({ revoke }: { readonly revoke: boolean }): Promise<void> {
    const [current] = await this.#keys;
    const next = await newSigningKey();
    this.#keys = Promise.resolve(revoke ? [next] : [next, current]);
  }

  /** All keys with their secrets, for a snapshot. */
  async exportKeys(): Promise<readonly JWK[]> {
    return Promise.all((await this.#keys).map(privateJwk));
  }

  /** Puts the keys of a snapshot in the place of these. */
  replaceKeys(keys: Keys): void {
    this.#keys = Promise.resolve(keys);
  }
}

async function verifiedPayload(
  token: string,
  { publicKey }: SigningKey,
): Promise<string | undefined> {
  try {
    const { payload } = await compactVerify(token, publicKey, { algorithms: ['RS256'] });

    return new TextDecoder().decode(payload);
  } catch {
    return undefined;
  }
}

function protectedHeader(token: string): ReturnType<typeof decodeProtectedHeader> | undefined {
  if (token.split('.').length !== 3) return undefined;
  try {
    return decodeProtectedHeader(token);
  } catch {
    return undefined;
  }
}
