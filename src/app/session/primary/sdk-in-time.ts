import { injectAsync } from '@angular/core';
import { catchError, defer, shareReplay, throwError, timeout, type Observable } from 'rxjs';

import { LeavingError } from '../sign-in/leaving-error';
import type { Auth0Sdk } from './auth0-sdk';

/** How long the SDK's code may be on its way, in milliseconds: a slow line takes a few seconds for it. */
const timeLimitMs = 30_000;

/** Loads the SDK, once. Fails with {@link LeavingError} where its code does not arrive in time. */
export const sdkInTime = (load: () => Promise<Auth0Sdk>): Observable<Auth0Sdk> =>
  defer(load).pipe(
    timeout({ first: timeLimitMs }),
    catchError((cause: unknown) =>
      throwError(() => LeavingError.from(cause, hasArrived(cause) ? 'not-begun' : 'code-missing')),
    ),
    shareReplay(1),
  );

/** Loads the SDK on subscription, as {@link sdkInTime} does. To be called in an injection context. */
export const injectSdk = (): Observable<Auth0Sdk> =>
  sdkInTime(injectAsync(async () => (await import('./auth0-sdk')).Auth0Sdk));

/** Whether the code has arrived: every browser tells that it has not by a `TypeError`, and RxJS that it is late. */
const hasArrived = (cause: unknown): boolean =>
  !(cause instanceof TypeError) && !(cause instanceof Error && cause.name === 'TimeoutError');
