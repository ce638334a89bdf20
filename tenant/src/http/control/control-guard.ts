import type { Context, MiddlewareHandler } from 'hono';

import { ControlError } from '../../control/control-call.ts';
import { bodyKind } from '../../protocol/media-type.ts';
import { hasWebOrigin } from '../../state/config/client.ts';
import type { Tenant } from '../hono-adapter.ts';
import { answeringPreflights } from '../middleware/cors.ts';
import { ownOrigin } from '../middleware/own-origin.ts';

const changing = ['POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Who may use the control plane: programs, pages of the tenant itself, and pages of the applications
 * registered at it, such as one that drills failures. Nobody else's page may, not even by a form: a
 * browser names its origin with everything that changes something, and only a script that was let in
 * can send JSON (SEC-54).
 */
export function controlGuard(tenant: Tenant): MiddlewareHandler {
  return async (context, next) => {
    const origin = context.req.header('origin');
    const isOwn = origin === undefined || origin === ownOrigin(context.req.url, tenant);
    if (!isOwn && !isWebOrigin(origin, tenant)) {
      throw new ControlError(403, 'forbidden', 'A page of this origin may not control the tenant.');
    }
    await requireJson(context, origin !== undefined);
    const answer = answeringPreflights((_context, headers, isPreflight) => {
      if (!isOwn) allow(origin, isPreflight, headers);
    });

    return answer(context, next);
  };
}

function isWebOrigin(origin: string, { state }: Tenant): boolean {
  return [...state.config.clients.values()].some((client) => hasWebOrigin(client, origin));
}

async function requireJson({ req }: Context, isFromPage: boolean): Promise<void> {
  if (!changing.includes(req.method)) return;
  if (bodyKind(req.raw) === 'json') return;
  if (!isFromPage && (await req.text()) === '') return;

  throw new ControlError(415, 'json_required', 'Send this with Content-Type: application/json.');
}

function allow(origin: string, isPreflight: boolean, headers: Headers): void {
  headers.set('access-control-allow-origin', origin);
  // Signing a browser in means setting its cookie.
  headers.set('access-control-allow-credentials', 'true');
  if (!isPreflight) return;
  headers.set('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE, OPTIONS');
  headers.set('access-control-allow-headers', 'content-type');
}
