import { compactVerify, decodeProtectedHeader, exportJWK, generateKeyPair, SignJWT } from 'jose';

import { isObject, type JsonObject, parseJson } from '../protocol/json.ts';
import { secretId } from '../state/random.ts';

/** Why a text is not a token of ours. */
type TokenFault = 'malformed' | 'algorithm' | 'signature';

type TokenReading = { readonly claims: JsonObject } | { readonly fault: TokenFault };

/** The tenant's key: made at start, RS256 only, named by a `kid` (contract §1). */
export class Signer {
  readonly #kid = secretId();
  readonly #keys = generateKeyPair('RS256');

  /** Signs claims. Tokens of ours say nothing in the header beyond what verifying needs. */
  async sign(claims: Readonly<Record<string, unknown>>): Promise<string> {
    const { privateKey } = await this.#keys;

    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: this.#kid })
      .sign(privateKey);
  }

  /** Reads a token that may come from anywhere: what it claims, or why it is not ours. */
  async read(token: string): Promise<TokenReading> {
    const header = protectedHeader(token);
    if (header === undefined) return { fault: 'malformed' };
    if (header.alg !== 'RS256') return { fault: 'algorithm' };
    if (header.kid !== this.#kid) return { fault: 'signature' };
    const payload = await this.#verifiedPayload(token);
    if (payload === undefined) return { fault: 'signature' };
    const claims = parseJson(payload);

    return isObject(claims) ? { claims } : { fault: 'malformed' };
  }

  /** What `/.well-known/jwks.json` publishes. */
  async publicKeys(): Promise<JsonObject> {
    const { publicKey } = await this.#keys;

    return {
      keys: [{ ...(await exportJWK(publicKey)), kid: this.#kid, use: 'sig', alg: 'RS256' }],
    };
  }

  async #verifiedPayload(token: string): Promise<string | undefined> {
    const { publicKey } = await this.#keys;
    try {
      const { payload } = await compactVerify(token, publicKey, { algorithms: ['RS256'] });

      return new TextDecoder().decode(payload);
    } catch {
      return undefined;
    }
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
