import { STATUS_CODES } from 'node:http';

import type { JsonObject } from '../../protocol/json.ts';

/** What a fault with a status and no body of its own answers: that API's error shape (§3.1, §6.1). */
export function defaultErrorBody(status: number, path: string): JsonObject {
  const phrase = STATUS_CODES[status] ?? 'Error';
  if (path.startsWith('/api/')) {
    return { statusCode: status, error: phrase, ...management[status] };
  }

  return { error: oauthErrors[status] ?? 'server_error', error_description: phrase };
}

/** The headers that a client looks for on a 429 of the Management API (contract §6.1). */
export function rateLimitHeaders(nowMs: number): Readonly<Record<string, string>> {
  return {
    'x-ratelimit-limit': '2',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(Math.floor(nowMs / 1000) + 1),
    'retry-after': '1',
  };
}

const management: Readonly<Record<number, JsonObject>> = {
  400: { message: 'Bad Request', errorCode: 'invalid_body' },
  401: { message: 'Invalid token', attributes: { error: 'Invalid token' } },
  403: { message: 'Insufficient scope', errorCode: 'insufficient_scope' },
  404: { message: 'The user does not exist.', errorCode: 'inexistent_user' },
  409: { message: 'Specified identity already exists.' },
  429: { message: 'Global limit has been reached', errorCode: 'too_many_requests' },
  500: { message: 'An internal server error occurred' },
  503: { message: 'Service Unavailable' },
};

const oauthErrors: Readonly<Record<number, string>> = {
  400: 'invalid_request',
  401: 'invalid_client',
  403: 'access_denied',
  429: 'too_many_requests',
};
