/**
 * The claims of a JSON Web Token, without judging it: the signature is not looked at (RFC 7519 §3).
 *
 * @returns `undefined` when the text is not a token with a JSON object as its payload.
 */
export function jwtClaims(token: string): ReadonlyMap<string, unknown> | undefined {
  const payload = token.split('.')[1];
  if (payload === undefined) return undefined;

  // A payload that is not base64url or not JSON throws, and nothing but the attempt can tell.
  try {
    const claims: unknown = JSON.parse(decodeBase64Url(payload));

    return typeof claims === 'object' && claims !== null
      ? new Map(Object.entries(claims))
      : undefined;
  } catch {
    return undefined;
  }
}

function decodeBase64Url(text: string): string {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));

  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}
