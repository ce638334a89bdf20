import type { MiddlewareHandler } from 'hono';

import { isObject, parseJson } from '../protocol/json.ts';
import type { Client } from '../state/client.ts';
import type { TenantState } from '../state/tenant-state.ts';
import type { Tenant } from './exchange.ts';

/** Writes a change down once it is answered: `sapi` when it was made, `fapi` when it was refused. */
export function logManagementCall(description: string, { state, now }: Tenant): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const { res, req } = context;
    const client = await callingClient(req.header('authorization'), state);
    const user = state.users.get(req.param('id') ?? '');
    const isMade = res.status < 400;
    state.log.append(
      {
        type: isMade ? 'sapi' : 'fapi',
        description: isMade ? description : await refusalIn(res, description),
        details: {
          request: { method: req.method.toLowerCase(), path: req.path },
          response: { statusCode: res.status },
        },
        ...(client !== undefined && { client }),
        ...(user !== undefined && { user }),
        userAgent: req.header('user-agent') ?? '',
      },
      now(),
    );
  };
}

async function refusalIn(response: Response, description: string): Promise<string> {
  const body = parseJson(await response.clone().text());
  const message = isObject(body) ? body['message'] : undefined;

  return typeof message === 'string' ? message : description;
}

async function callingClient(
  authorization: string | undefined,
  state: TenantState,
): Promise<Client | undefined> {
  const reading = await state.signer.read(authorization?.split(' ')[1] ?? '');
  const azp = 'claims' in reading ? reading.claims['azp'] : undefined;

  return typeof azp === 'string' ? state.clients.get(azp) : undefined;
}
