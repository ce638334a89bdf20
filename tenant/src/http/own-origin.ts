import type { MiddlewareHandler } from 'hono';

import { PageError } from '../protocol/errors.ts';

/** Refuses what a page of another origin sends: forms and the control plane are for ours alone. */
export const ownOriginOnly: MiddlewareHandler = async (context, next) => {
  const origin = context.req.header('origin');
  if (origin !== undefined && origin !== new URL(context.req.url).origin) {
    throw new PageError(403, 'Not from here', 'Another origin may not send this to the tenant.');
  }
  await next();
};
