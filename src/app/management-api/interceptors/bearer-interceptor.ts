import { inject } from '@angular/core';
import type { HttpInterceptorFn } from '@angular/common/http';
import { catchError, switchMap, throwError } from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { SessionError } from '../../session/tokens/session-error';
import { BEARER } from './bearer';

/**
 * Adds the access token to requests that are made in somebody's name and go to the Management API: its very
 * origin and below its path, and to nothing else, however alike it looks.
 */
export const bearerInterceptor: HttpInterceptorFn = (request, next) => {
  const bearer = request.context.get(BEARER);
  const { audience } = inject(LIGATURE_CONFIG).tenant;
  if (bearer === undefined || !isBelow(audience, request.url)) return next(request);

  return bearer.accessToken().pipe(
    // Nothing has been sent yet, and whoever asks must be able to tell.
    catchError((cause: unknown) => throwError(() => SessionError.from(cause))),
    switchMap((token) => next(request.clone({ setHeaders: { Authorization: `Bearer ${token}` } }))),
  );
};

function isBelow(base: string, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const [allowed, asked] = [new URL(base), new URL(address)];

  return (
    asked.origin === allowed.origin &&
    asked.pathname.startsWith(allowed.pathname) &&
    asked.username === ''
  );
}
