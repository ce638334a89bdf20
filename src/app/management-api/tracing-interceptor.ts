import { HttpErrorResponse, HttpResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { tap } from 'rxjs';

import { Trace } from '../trace/trace';
import { requestTemplate } from './request-template';

/** Traces every request and its answer: where it went and how it ended, and nothing that it carried. */
export const tracingInterceptor: HttpInterceptorFn = (request, next) => {
  const trace = inject(Trace);
  if (!trace.isOn) return next(request);
  const startedAt = performance.now();

  const answered = ({ status, headers }: HttpResponse<unknown> | HttpErrorResponse): void => {
    const remaining = headers.get('x-ratelimit-remaining');
    trace.record(() => ({
      kind: 'request',
      method: request.method,
      ...requestTemplate(request.url),
      sends: namesOf(request.body),
      status,
      duration: Math.round(performance.now() - startedAt),
      ...(remaining !== null && { remaining: Number(remaining) }),
    }));
  };

  return next(request).pipe(
    tap({
      next: (event) => {
        if (event instanceof HttpResponse) answered(event);
      },
      error: (error: unknown) => {
        if (error instanceof HttpErrorResponse) answered(error);
      },
    }),
  );
};

const namesOf = (body: unknown): readonly string[] =>
  typeof body === 'object' && body !== null ? Object.keys(body) : [];
