import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';

import { clockEndpoints } from '../../control/clock/clock-endpoints.ts';
import { ControlError, notThere } from '../../control/control-call.ts';
import { faultEndpoints } from '../../control/faults/fault-endpoints.ts';
import { inboxEndpoints } from '../../control/inbox/inbox-endpoints.ts';
import { userEndpoints } from '../../control/people/user-endpoints.ts';
import { sessionEndpoints } from '../../control/sessions/session-endpoints.ts';
import { settingsEndpoints } from '../../control/settings/settings-endpoints.ts';
import { snapshotEndpoints } from '../../control/snapshots/snapshot-endpoints.ts';
import { tenantEndpoints } from '../../control/tenant-endpoints.ts';
import type { Endpoints } from '../../state/tenant-state.ts';
import { answering, type Tenant, toResponse } from '../hono-adapter.ts';
import { controlErrorReply } from './control-error-reply.ts';
import { controlGuard } from './control-guard.ts';

/** A snapshot of a hundred thousand people is as large. */
const largestBody = 100_000_000;

const endpoints: Endpoints = {
  ...tenantEndpoints,
  ...snapshotEndpoints,
  ...inboxEndpoints,
  ...faultEndpoints,
  ...clockEndpoints,
  ...settingsEndpoints,
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
