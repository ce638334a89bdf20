import { inject, Service } from '@angular/core';
import { HttpClient } from '@angular/common/http';
import { catchError, map, throwError, timeout, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { Account } from '../identity/account';
import type { Identity } from '../identity/identity';
import type { WriteOutcome } from '../identity/write-outcome';
import type { AccessTokenSource } from '../session/access-token-source';
import { PrimarySession } from '../session/primary-session';
import type { SecondSession } from '../session/second-session';
import { parseAccount, parseIdentities } from './account-answer';
import { inTheNameOf } from './bearer';
import { ManagementApiError } from './management-api-error';
import { writeOutcome } from './write-outcome';

/** The identities an account has after a write. */
export type IdentitiesOutcome = WriteOutcome<Account['identities'], ManagementApiError>;

/** How long an answer may take before it counts as lost, in milliseconds. */
const patience = 20_000;

/** What the portal may ask of the tenant's Management API in a person's own name (contract §6.2). */
@Service()
export class ManagementApiService {
  readonly #http = inject(HttpClient);
  readonly #base = inject(LIGATURE_CONFIG).tenant.audience;
  readonly #primary = inject(PrimarySession);

  /** Reads an account, in its own name; an answer about another is refused. Fails with {@link ManagementApiError}. */
  readAccount(userId: string, bearer: AccessTokenSource = this.#primary): Observable<Account> {
    return this.#http.get<unknown>(this.#userUrl(userId), inTheNameOf(bearer)).pipe(
      timeout(patience),
      map((json) => parseAccount(json, userId)),
      catchError((cause: unknown) => throwError(() => ManagementApiError.from(cause))),
    );
  }

  /** Joins the second account to the first (contract §6.5). It cannot be undone; it never fails. */
  linkIdentity(userId: string, second: SecondSession): Observable<IdentitiesOutcome> {
    return writeOutcome(
      this.#http
        .post<unknown>(
          `${this.#userUrl(userId)}/identities`,
          { link_with: second.linkCredential() },
          inTheNameOf(this.#primary),
        )
        .pipe(timeout(patience), map(parseIdentities)),
    );
  }

  /** Makes a sign-in method an account of its own again (contract §6.6). It never fails. */
  unlinkIdentity(
    userId: string,
    { provider, userId: id }: Identity,
  ): Observable<IdentitiesOutcome> {
    const path = `identities/${encodeURIComponent(provider)}/${encodeURIComponent(id)}`;

    return writeOutcome(
      this.#http
        .delete<unknown>(`${this.#userUrl(userId)}/${path}`, inTheNameOf(this.#primary))
        .pipe(timeout(patience), map(parseIdentities)),
    );
  }

  #userUrl(userId: string): string {
    return `${this.#base}users/${encodeURIComponent(userId)}`;
  }
}
