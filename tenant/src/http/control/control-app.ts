import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

import { applicationEndpoints } from '../../control/applications/application-endpoints.ts';
import { clockEndpoints } from '../../control/clock/clock-endpoints.ts';
import { ControlError, notThere } from '../../control/control-call.ts';
import { faultEndpoints } from '../../control/faults/fault-endpoints.ts';
import { inboxEndpoints } from '../../control/inbox/inbox-endpoints.ts';
import { userEndpoints } from '../../control/people/user-endpoints.ts';
import { sessionEndpoints } from '../../control/sessions/session-endpoints.ts';
import { settingsEndpoints } from '../../control/settings/settings-endpoints.ts';
import { snapshotEndpoints } from '../../control/snapshots/snapshot-endpoints.ts';
import { tenantEndpoints } from '../../control/tenant-endpoints.ts';
import { bodyKind } from '../../protocol/media-type.ts';
import { hasWebOrigin } from '../../state/config/client.ts';
import type { Endpoints } from '../../state/tenant-state.ts';
import { answering, type Tenant, toResponse } from '../hono-adapter.ts';
import { answeringPreflights } from '../middleware/cors.ts';
import { ownOrigin } from '../middleware/own-origin.ts';
import { controlErrorReply } from './control-error-reply.ts';

/** A snapshot of a hundred thousand people is as large. */
const largestBody = 100_000_000;

const endpoints: Endpoints = {
  ...tenantEndpoints,
  ...snapshotEndpoints,
  ...inboxEndpoints,
  ...faultEndpoints,
  ...clockEndpoints,
  ...settingsEndpoints,
  ...applicationEndpoints,
  ...userEndpoints,
  ...sessionEndpoints,
};

/**
 * What no real tenant has: a look at its inbox, its people and its requests, ways to make them fail,
 * and a way back to the start.
 */
export function controlApp(tenant: Tenant): Hono {
  const app = new Hono();
  const answer = answering(tenant);
  app.onError((error) => toResponse(controlErrorReply(error)));
  app.use(bodyLimit({ maxSize: largestBody, onError: refuseLargeBody }));
  app.use(controlGuard(tenant));
  for (const [route, endpoint] of Object.entries(endpoints)) {
    const [method = '', path = ''] = route.split(' ');
    app.on(method, path, answer(endpoint));
  }
  app.all('*', () => {
    throw notThere('such call');
  });
  return app;
}

function refuseLargeBody(): never {
  throw new ControlError(413, 'too_large', `A body has ${largestBody} bytes at most.`);
}

const changing = ['POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Who may use the control plane: programs, pages of the tenant itself, and pages of the applications
 * registered at it, such as one that drills failures. Nobody else's page may, not even by a form: a
 * browser names its origin with everything that changes something, and only a script that was let in
 * can send JSON (SEC-54).
 */
function controlGuard(tenant: Tenant): MiddlewareHandler {
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
