import type { JWK, ProtectedHeaderParameters } from 'jose';

import { isObject, type JsonObject, parseJson } from '../../protocol/json.ts';
import { newSigningKey, privateJwk, publicJwk, type SigningKey } from './signing-key.ts';

/** Why a text is not a token of ours. */
type TokenFault = 'malformed' | 'algorithm' | 'signature';

type TokenReading =
  | { readonly kind: 'valid'; readonly claims: JsonObject }
  | { readonly kind: 'refused'; readonly fault: TokenFault };

type Keys = readonly [SigningKey, ...SigningKey[]];

/**
 * The tenant's keys: RS256 only, each named by a `kid` (contract §1). The first one signs; those that
 * signed before it count until they are revoked.
 */
export class Signer {
  #keys: Promise<Keys> | undefined;

  /** Signs claims. Tokens of ours say nothing in the header beyond what verifying needs. */
  async sign(claims: Readonly<Record<string, unknown>>): Promise<string> {
    const [{ kid, privateKey }] = await this.#allKeys();
    const { SignJWT } = await import('jose');

    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
      .sign(privateKey);
  }

  /** Reads a token that may come from anywhere: what it claims, or why it is not ours. */
  async read(token: string): Promise<TokenReading> {
    const header = await protectedHeader(token);
    if (header === undefined) return refused('malformed');
    if (header.alg !== 'RS256') return refused('algorithm');
    const key = (await this.#allKeys()).find(({ kid }) => kid === header.kid);
    const payload = key && (await verifiedPayload(token, key));
    if (payload === undefined) return refused('signature');
    const claims = parseJson(payload);

    return isObject(claims) ? { kind: 'valid', claims } : refused('malformed');
  }

  /** Lists what `/.well-known/jwks.json` publishes. */
  async publicKeys(): Promise<JsonObject> {
    return { keys: await Promise.all((await this.#allKeys()).map(publicJwk)) };
  }

  /** Makes a new key, which signs from now on. With `revoke`, tokens that the old ones signed are worth nothing. */
  async rotate({ revoke }: { readonly revoke: boolean }): Promise<void> {
    const [current] = await this.#allKeys();
    const next = await newSigningKey();
    this.#keys = Promise.resolve(revoke ? [next] : [next, current]);
  }

  /** Gives all keys with their secrets, for a snapshot. */
  async exportKeys(): Promise<readonly JWK[]> {
    return Promise.all((await this.#allKeys()).map(privateJwk));
  }

  /** Puts the keys of a snapshot in the place of these. */
  replaceKeys(keys: Keys): void {
    this.#keys = Promise.resolve(keys);
  }

  /** The first key is made when somebody wants one: nothing waits for it at the start. */
  #allKeys(): Promise<Keys> {
    this.#keys ??= newSigningKey().then((key) => [key]);

    return this.#keys;
  }
}

const refused = (fault: TokenFault): TokenReading => ({ kind: 'refused', fault });

async function verifiedPayload(
  token: string,
  { publicKey }: SigningKey,
): Promise<string | undefined> {
  const { compactVerify } = await import('jose');
  try {
    const { payload } = await compactVerify(token, publicKey, { algorithms: ['RS256'] });

    return new TextDecoder().decode(payload);
  } catch {
    return undefined;
  }
}

async function protectedHeader(token: string): Promise<ProtectedHeaderParameters | undefined> {
  if (token.split('.').length !== 3) return undefined;
  const { decodeProtectedHeader } = await import('jose');
  try {
    return decodeProtectedHeader(token);
  } catch {
    return undefined;
  }
}
