import { inject } from '@angular/core';
import type { HttpInterceptorFn } from '@angular/common/http';
import { defer, retry, switchMap, throwError, timer } from 'rxjs';

import { BEARER } from './bearer';
import { RequestPacing } from './request-pacing';

/** Makes a request again that the tenant had no room for (429): nothing has been done with it (contract §6.1). */
export const rateLimitInterceptor: HttpInterceptorFn = (request, next) => {
  if (request.context.get(BEARER) === undefined) return next(request);
  const pacing = inject(RequestPacing);

  // A repeat waits for a turn of its own.
  return defer(() => pacing.turn()).pipe(
    switchMap(() => next(request)),
    retry({
      delay: (refusal: unknown, tries) => {
        const pauseMs = pacing.pauseAfter(refusal, tries);

        return pauseMs === undefined ? throwError(() => refusal) : timer(pauseMs);
      },
    }),
  );
};
