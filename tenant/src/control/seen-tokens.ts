import { isObject, type JsonObject, parseJson } from '../protocol/json.ts';
import { maskClaims } from './masking.ts';
import type { SeenToken } from './request-log.ts';

const jwt = /eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/g;

/** Every token in a text, decoded, masked and without its signature. */
export function seenTokens(place: SeenToken['place'], text: string): readonly SeenToken[] {
  return (text.match(jwt) ?? []).flatMap((token) => {
    const [header, claims] = token.split('.').map(decodePart);

    return header === undefined || claims === undefined
      ? []
      : [{ place, header, claims: maskClaims(claims) }];
  });
}

function decodePart(part: string): JsonObject | undefined {
  const value = parseJson(Buffer.from(part, 'base64url').toString());

  return isObject(value) ? value : undefined;
}
