import { isObject, type JsonObject, parseJson } from '../../protocol/json.ts';
import type { SeenToken } from '../../state/control/request-log.ts';
import { maskClaims } from './masking.ts';

/** So many tokens of one text are kept. */
const most = 20;

/** Every token in a text, decoded, masked and without its signature. */
export function seenTokens(place: SeenToken['place'], text: string): readonly SeenToken[] {
  return (text.match(/[\w.-]+/g) ?? [])
    .flatMap(tokensIn)
    .slice(0, most)
    .flatMap((token) => {
      const [header, claims] = token.map(decodePart);

      return header === undefined || claims === undefined
        ? []
        : [{ place, header, claims: maskClaims(claims) }];
    });
}

/** The first two parts of each token in a run of letters and dots: both are JSON objects. */
function tokensIn(run: string): readonly (readonly [string, string])[] {
  const parts = run.split('.');

  return parts.flatMap((part, index) => {
    const start = part.indexOf('eyJ');
    const [claims, signature] = parts.slice(index + 1, index + 3);
    const isToken = start >= 0 && claims?.startsWith('eyJ') === true && signature !== undefined;

    return isToken ? [[part.slice(start), claims] as const] : [];
  });
}

function decodePart(part: string): JsonObject | undefined {
  const value = parseJson(Buffer.from(part, 'base64url').toString());

  return isObject(value) ? value : undefined;
}
