import { catchError, defer, map, of, switchMap, type Observable } from 'rxjs';

import type { TenantFailure } from '../identity/failure';
import type { WriteOutcome } from '../identity/write-outcome';
import { isOffline } from '../session/sign-in/is-offline';
import { ManagementApiError } from './management-api-error';

/**
 * Turns a request that writes into what is known about it, so that no caller can mistake doubt for failure. Offline,
 * nothing is sent. `tenant`: its origin; `asked`: in whose name.
 */
export const writeOutcome = <Value>(
  { tenant, asked }: { readonly tenant: string; readonly asked: 'first' | 'second' },
  request: Observable<Value>,
): Observable<WriteOutcome<Value, ManagementApiError>> =>
  // Online nothing is awaited: the request leaves in the call.
  defer(() => (navigator.onLine ? of(false) : isOffline(tenant))).pipe(
    switchMap((offline) => (offline ? of(notSent) : outcomeAfter(request, asked))),
  );

const outcomeAfter = <Value>(
  request: Observable<Value>,
  asked: 'first' | 'second',
): Observable<WriteOutcome<Value, ManagementApiError>> =>
  request.pipe(
    map((value) => ({ outcome: 'ok', value }) as const),
    catchError((cause: unknown) => of(outcomeOf(ManagementApiError.from(cause, asked)))),
  );

const notSent = { outcome: 'notSent', reason: new ManagementApiError('offline') } as const;

const outcomeOf = (reason: ManagementApiError) =>
  ({ outcome: outcomes[reason.code], reason }) as const;

/** Unknown is what may have happened although no good answer came. */
const outcomes: Readonly<Record<TenantFailure, 'unknown' | 'refused'>> = {
  unreachable: 'unknown',
  unreadable: 'unknown',
  'tenant-error': 'unknown',
  'signed-out': 'refused',
  'second-signed-out': 'refused',
  forbidden: 'refused',
  'not-found': 'refused',
  conflict: 'refused',
  rejected: 'refused',
  busy: 'refused',
  offline: 'refused',
};
