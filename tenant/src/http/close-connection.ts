import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';

/**
 * Ends the connection without an answer. Where there is none, as in tests that open no port, the
 * answer is 502 with nothing in it.
 */
export function closeConnection(context: Context<{ Bindings: Partial<HttpBindings> }>): true {
  const socket = context.env.incoming?.socket;
  context.res = undefined;
  if (socket === undefined) {
    context.res = new Response(null, { status: 502 });

    return true;
  }
  socket.destroy();
  context.res = RESPONSE_ALREADY_SENT;

  return true;
}
