import { catchError, map, of, type Observable } from 'rxjs';

import { ManagementApiError } from '../../management-api/management-api-error';
import type { ManagementApiService } from '../../management-api/management-api-service';
import type { LinkParty } from './link-parties';
import type { AccountReading } from './link-port';

/** Reads an account in its own name; that it cannot be read is an answer, too. */
export const accountReading = (
  api: ManagementApiService,
  { userId, bearer }: LinkParty,
): Observable<AccountReading> =>
  api.readAccount(userId, bearer).pipe(
    map((account) => ({ known: true, account }) as const),
    catchError((cause: unknown) =>
      of({ known: false, code: ManagementApiError.from(cause).code } as const),
    ),
  );
