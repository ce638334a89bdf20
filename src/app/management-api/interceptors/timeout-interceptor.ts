import type { HttpInterceptorFn } from '@angular/common/http';
import { timeout } from 'rxjs';

import { BEARER } from './bearer';

/** How long an answer may take before it counts as lost, in milliseconds. */
const timeoutMs = 20_000;

/** Gives up waiting for an answer of the Management API. It comes last, so that it times the request alone. */
export const timeoutInterceptor: HttpInterceptorFn = (request, next) =>
  request.context.get(BEARER) === undefined
    ? next(request)
    : next(request).pipe(timeout(timeoutMs));
