import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler, Next } from 'hono';

import type { ActiveFault } from '../../state/control/fault-rule.ts';
import { socketIn, type Tenant } from '../hono-adapter.ts';
import { cors } from './cors.ts';
import { answersItself, faultAnswer } from './fault-answer.ts';
import { twistedAnswer, twistRequest } from './fault-twists.ts';

/**
 * Lets a request go wrong as the rules say: before the tenant has it, or after it was processed.
 * The result is what fired; the connection may be closed by then.
 */
export async function throughFaults(
  context: MiddlewareContext,
  next: Next,
  tenant: Tenant,
): Promise<{ readonly fired: readonly ActiveFault[]; readonly isDropped: boolean }> {
  const { faults } = tenant.state.control;
  const { method, path } = context.req;
  const target = { method, path, query: new URL(context.req.url).searchParams };
  const fired: ActiveFault[] = [];

  for (const fault of faults.firing(target, 'before')) {
    fired.push(fault);
    const { then } = fault.rule;
    await faults.delay(then.delayMs ?? 0);
    if (then.drop === true) return { fired, isDropped: closeConnection(context) };
    await twistRequest(then, context, tenant);
    if (answersItself(then)) {
      await allowReading(context, tenant, faultAnswer(then, { path, nowMs: tenant.nowMs() }));

      return { fired, isDropped: false };
    }
  }
  await next();
  for (const fault of [...fired, ...faults.firing(target, 'after')]) {
    if (!fired.includes(fault)) fired.push(fault);
    const { then, when } = fault.rule;
    if (when === 'after') await faults.delay(then.delayMs ?? 0);
    if (then.drop === true) return { fired, isDropped: closeConnection(context) };
    const answer = await twistedAnswer(then, context.res, tenant);
    replaceAnswer(context, faultAnswer(then, { path, nowMs: tenant.nowMs() }, answer));
  }

  return { fired, isDropped: false };
}

type MiddlewareContext = Parameters<MiddlewareHandler>[0];

/** A page may read a fault's answer exactly if it may read the real one; a preflight just fails. */
async function allowReading(
  context: MiddlewareContext,
  tenant: Tenant,
  answer: Response,
): Promise<void> {
  if (context.req.method === 'OPTIONS') {
    context.res = answer;
    return;
  }
  await cors(tenant)(context, () => {
    context.res = answer;

    return Promise.resolve();
  });
}

/** Hono copies the headers of the old answer into a new one; here the new one has them already. */
function replaceAnswer(context: MiddlewareContext, answer: Response): void {
  if (answer === context.res) return;
  context.res = undefined;
  context.res = answer;
}

/**
 * Ends the connection without an answer. Where there is none, as in tests that open no port, the
 * answer is 502 with nothing in it.
 */
function closeConnection(context: Context): true {
  const socket = socketIn(context.env);
  context.res = undefined;
  if (socket !== undefined) {
    socket.destroy();
    context.res = RESPONSE_ALREADY_SENT;
  } else {
    context.res = new Response(null, { status: 502 });
  }

  return true;
}
