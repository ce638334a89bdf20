import { catchError, defer, lastValueFrom, map, of, switchMap, type Observable } from 'rxjs';

import type { TenantFailure } from '../identity/failure';
import type { WriteOutcome } from '../identity/write-outcome';
import type { ManagementApiError } from '../management-api/management-api-error';

/** How a link or an unlink ended, as far as it is known; `code` says why it is not done, or not known. */
export type SagaResult =
  | { readonly result: 'done' }
  | { readonly result: 'notDone'; readonly code: TenantFailure }
  | { readonly result: 'unknown'; readonly code: TenantFailure };

/**
 * Follows a write to the point where its result is known: a clear answer is taken, and after any other the
 * account is read. `inDoubt` are the refusals after which the account may be as wished all the same.
 */
export const settle = (
  write: Observable<WriteOutcome<unknown, ManagementApiError>>,
  inDoubt: readonly TenantFailure[],
  readWhetherDone: Observable<boolean>,
): Observable<SagaResult> =>
  followed(
    write.pipe(
      switchMap((written): Observable<SagaResult> => {
        if (written.outcome === 'ok') return of({ result: 'done' });

        const { code } = written.reason;

        return written.outcome === 'unknown' || inDoubt.includes(code)
          ? reconcile(readWhetherDone, code)
          : of({ result: 'notDone', code });
      }),
    ),
  );

/** Whoever stops listening does not take back what has been sent: a promise runs to its end. */
const followed = <Value>(steps: Observable<Value>): Observable<Value> =>
  defer(() => lastValueFrom(steps));

/** Learns from the account whether a write happened; `code` is why nobody knew. */
export const reconcile = (
  readWhetherDone: Observable<boolean>,
  code: TenantFailure,
): Observable<SagaResult> =>
  readWhetherDone.pipe(
    map((done): SagaResult => (done ? { result: 'done' } : { result: 'notDone', code })),
    catchError(() => of<SagaResult>({ result: 'unknown', code })),
  );
