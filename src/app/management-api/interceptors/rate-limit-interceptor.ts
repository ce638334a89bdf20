import { inject } from '@angular/core';
import type { HttpInterceptorFn } from '@angular/common/http';
import { defer, retry, switchMap, throwError } from 'rxjs';

import { BEARER } from './bearer';
import { RequestPacing, type Pause } from './request-pacing';

/** Makes a request again that the tenant had no room for (429): nothing has been done with it (contract §6.1). */
export const rateLimitInterceptor: HttpInterceptorFn = (request, next) => {
  if (request.context.get(BEARER) === undefined) return next(request);
  const pacing = inject(RequestPacing);

  let pause: Pause | undefined;

  // A repeat waits for a turn of its own.
  return defer(() => pacing.turn()).pipe(
    switchMap(() => next(request)),
    retry({
      delay: (refusal: unknown, tries) => {
        pause = pacing.pauseAfter(refusal, tries, pause);

        return pause === undefined ? throwError(() => refusal) : pacing.endOf(pause);
      },
    }),
  );
};
