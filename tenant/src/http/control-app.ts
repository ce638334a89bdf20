import { Hono } from 'hono';

import { health } from '../endpoints/control/health.ts';
import { inbox } from '../endpoints/control/inbox.ts';
import { reset } from '../endpoints/control/reset.ts';
import { allUsers, anyUser } from '../endpoints/control/users.ts';
import { errorReply } from './error-replies.ts';
import { answering, type Tenant, toResponse } from './exchange.ts';
import { ownOriginOnly } from './own-origin.ts';

/** What no real tenant has: a look at its inbox and its people, and a way back to the start. */
export function controlApp(tenant: Tenant): Hono {
  const app = new Hono();
  const answer = answering(tenant);

  app.onError((error) => toResponse(errorReply(error)));
  app.use(ownOriginOnly);
  app.get('/health', answer(health));
  app.post('/reset', answer(reset));
  app.get('/inbox', answer(inbox));
  app.get('/users', answer(allUsers));
  app.get('/users/:id', answer(anyUser));

  return app;
}
