import type { Context } from 'hono';

import { isObject, parseJson } from '../../protocol/json.ts';
import { bodyKind } from '../../protocol/media-type.ts';
import type { SeenToken } from '../../state/control/request-log.ts';

/** Which client a request is from: it says so itself, or a token does that it carries. */
export function clientOf(
  { req }: Context,
  body: string,
  tokens: readonly SeenToken[],
): string | undefined {
  const named = req.query('client_id') ?? clientInBody(req.raw, body);
  const azp = tokens.find(({ place }) => place === 'authorization')?.claims['azp'];

  return named ?? (typeof azp === 'string' ? azp : undefined);
}

/** What an SDK says about itself: `auth0-spa-js 2.27.0`. */
export function sdkOf(header: string | undefined): string | undefined {
  const value = parseJson(Buffer.from(header ?? '', 'base64url').toString());
  if (!isObject(value) || typeof value['name'] !== 'string') return undefined;
  const { name, version } = value;

  return typeof version === 'string' ? `${name} ${version}` : name;
}

function clientInBody(request: Request, body: string): string | undefined {
  if (bodyKind(request) !== 'json') return new URLSearchParams(body).get('client_id') ?? undefined;
  const fields = parseJson(body);
  const id = isObject(fields) ? fields['client_id'] : undefined;

  return typeof id === 'string' ? id : undefined;
}
