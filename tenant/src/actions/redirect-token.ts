import { createHmac } from 'node:crypto';

import { isObject, type JsonObject, parseJson } from '../protocol/json.ts';
import { isSameSecret } from '../protocol/same-secret.ts';

/** Signs what travels with a person to the hook's page: HS256, as Auth0 does it (contract §9). */
export function encodeRedirectToken(claims: JsonObject, secret: string): string {
  const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;

  return `${content}.${signature(content, secret)}`;
}

/** Reads what the page sent back. Throws, as `validateToken` of an Action does, when it is not right. */
export function decodeRedirectToken(token: string, secret: string, nowMs: number): JsonObject {
  const [header = '', payload = '', given = ''] = token.split('.');
  const expected = signature(`${header}.${payload}`, secret);
  const isSigned = isSameSecret(expected, given);
  const claims = parseJson(Buffer.from(payload, 'base64url').toString());
  if (!isSigned || !isObject(claims)) throw new Error('The token of the redirect is not signed.');
  if (typeof claims['exp'] !== 'number' || nowMs >= claims['exp'] * 1000) {
    throw new Error('The token of the redirect has expired.');
  }

  return claims;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function signature(content: string, secret: string): string {
  return createHmac('sha256', secret).update(content).digest('base64url');
}
