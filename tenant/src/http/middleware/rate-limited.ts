import type { MiddlewareHandler } from 'hono';

import { ManagementError } from '../../protocol/errors.ts';
import { errorReply } from '../error-replies.ts';
import { type Tenant, toResponse } from '../hono-adapter.ts';

/**
 * Counts every call, whoever makes it, and says on every answer where the caller stands
 * (contract §6.1). Preflights are answered before and do not count.
 */
export function rateLimited({ state, nowMs }: Tenant): MiddlewareHandler {
  return async (context, next) => {
    const reading = state.limits.managementLimit.take(state.config.rateLimit, nowMs());
    if (reading.isExceeded) context.res = toResponse(errorReply(tooManyRequests()));
    else await next();
    const { headers } = context.res;
    headers.set('x-ratelimit-limit', String(reading.limit));
    headers.set('x-ratelimit-remaining', String(reading.remaining));
    headers.set('x-ratelimit-reset', String(reading.resetSeconds));
    if (reading.isExceeded) {
      headers.set('retry-after', String(reading.retryAfterSeconds));
      state.log.append({ type: 'api_limit' }, nowMs());
    }
  };
}

function tooManyRequests(): ManagementError {
  return new ManagementError(429, 'Global limit has been reached', 'too_many_requests');
}
