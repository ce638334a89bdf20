import { isJsonObject } from '../json';

/** A JSON Web Token that was decoded and not verified: nothing has looked at its signature (RFC 7519 §3). */
export interface Jwt {
  /** Maps, because a map inherits nothing that a member could pose as. */
  readonly header: ReadonlyMap<string, unknown>;
  readonly claims: ReadonlyMap<string, unknown>;
}

/** Decodes a token; `undefined` when its header or its payload is no JSON object. */
export function decodeJwt(token: string): Jwt | undefined {
  const [header, claims] = token.split('.').map(jsonObject);

  return header === undefined || claims === undefined ? undefined : { header, claims };
}

/** Reads the claims of a token; none when it cannot be decoded. */
export const jwtClaims = (token: string): ReadonlyMap<string, unknown> =>
  decodeJwt(token)?.claims ?? new Map();

function jsonObject(part: string): ReadonlyMap<string, unknown> | undefined {
  // A part that is not base64url or not JSON throws, and nothing but the attempt can tell.
  try {
    const value: unknown = JSON.parse(decodeBase64Url(part));

    return isJsonObject(value) ? new Map(Object.entries(value)) : undefined;
  } catch {
    return undefined;
  }
}

function decodeBase64Url(text: string): string {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));

  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}
