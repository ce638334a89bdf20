import {
  HttpErrorResponse,
  HttpParams,
  HttpResponse,
  type HttpInterceptorFn,
} from '@angular/common/http';
import { inject } from '@angular/core';
import { tap } from 'rxjs';

import { Trace } from '../../trace/trace';
import type { RequestEvent } from '../../trace/trace-event';
import { requestTemplate } from './request-template';

/** Traces every request and its answer: where it went and how it ended, and nothing that it carried. */
export const tracingInterceptor: HttpInterceptorFn = (request, next) => {
  const trace = inject(Trace);
  if (!trace.isOn) return next(request);
  const startedAtMs = performance.now();

  const answered = ({ status, headers }: HttpResponse<unknown> | HttpErrorResponse): void => {
    const remaining = headers.get('x-ratelimit-remaining');
    trace.record(() => ({
      kind: 'request',
      method: request.method,
      ...requestTemplate(request.url),
      ...sentWith(request.body),
      status,
      durationMs: Math.round(performance.now() - startedAtMs),
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

/** What a body holds, by name. An empty object says nothing, and is left out. */
function sentWith(body: unknown): Pick<RequestEvent, 'format' | 'sends'> {
  if (body instanceof HttpParams) {
    return { format: 'form', sends: body.keys().map((name) => ({ name, isText: true })) };
  }
  const fields = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  if (fields.length === 0) return { sends: [] };

  return {
    format: 'json',
    sends: fields.map(([name, value]) => ({ name, isText: typeof value === 'string' })),
  };
}
