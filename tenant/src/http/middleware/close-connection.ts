import { IncomingMessage } from 'node:http';

import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';

import { isObject } from '../../protocol/json.ts';

/**
 * Ends the connection without an answer. Where there is none, as in tests that open no port, the
 * answer is 502 with nothing in it.
 */
export function closeConnection(context: Context): true {
  const environment: unknown = context.env;
  const incoming = isObject(environment) ? environment['incoming'] : undefined;
  context.res = undefined;
  if (incoming instanceof IncomingMessage) {
    incoming.socket.destroy();
    context.res = RESPONSE_ALREADY_SENT;
  } else {
    context.res = new Response(null, { status: 502 });
  }

  return true;
}
