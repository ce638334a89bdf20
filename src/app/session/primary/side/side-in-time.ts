import { inject, injectAsync } from '@angular/core';
import { catchError, defer, shareReplay, throwError, timeout, type Observable } from 'rxjs';

import { LeavingError } from '../../sign-in/leaving-error';
import { SESSION_SIDE, type SessionSide } from './session-side';

/** How long the code of the session may be on its way, in milliseconds: a slow line takes a few seconds for it. */
const timeLimitMs = 30_000;

/** Loads a side of the session, once. Fails with {@link LeavingError} where its code does not arrive in time. */
export const sideInTime = (load: () => Promise<SessionSide>): Observable<SessionSide> =>
  defer(load).pipe(
    timeout({ first: timeLimitMs }),
    catchError((cause: unknown) =>
      throwError(() => LeavingError.from(cause, hasArrived(cause) ? 'not-begun' : 'code-missing')),
    ),
    shareReplay(1),
  );

/** Gives what loads the side in use. To be called in an injection context. */
export const injectSide = (): (() => Promise<SessionSide>) =>
  injectAsync<SessionSide>(inject(SESSION_SIDE).load);

/** Loads the side in use on subscription, as {@link sideInTime} does. To be called in an injection context. */
export const injectSideInTime = (): Observable<SessionSide> => sideInTime(injectSide());

/** Whether the code has arrived: every browser tells that it has not by a `TypeError`, and RxJS that it is late. */
const hasArrived = (cause: unknown): boolean =>
  !(cause instanceof TypeError) && !(cause instanceof Error && cause.name === 'TimeoutError');
