import { inject, Service } from '@angular/core';
import { catchError, defer, map, throwError, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { Account } from '../identity/account';
import type { Identity } from '../identity/identity';
import { objectOf, type Settings } from '../identity/json';
import type { WriteOutcome } from '../identity/write-outcome';
import { PrimarySession } from '../session/primary/primary-session';
import type { AccessTokenSource } from '../session/tokens/access-token-source';
import { parseAccount, parseIdentities } from './account-answer';
import { inTheNameOf } from './interceptors/bearer';
import { ManagementApiError } from './management-api-error';
import { SentWrites } from './sent-writes';
import { TENANT_HTTP } from './tenant-http';
import { writeOutcome } from './write-outcome';

/** The identities an account has after a write. */
export type IdentitiesOutcome = WriteOutcome<Account['identities'], ManagementApiError>;

/** The account as it is after a write to its settings. */
export type SettingsOutcome = WriteOutcome<Account, ManagementApiError>;

/** What the portal may ask of the tenant's Management API in a person's own name (contract §6.2). */
@Service()
export class ManagementApiService {
  readonly #http = inject(TENANT_HTTP);
  readonly #tenant = inject(LIGATURE_CONFIG).tenant;
  readonly #primary = inject(PrimarySession);
  readonly #sent = inject(SentWrites);

  /** Reads an account, in its own name; an answer about another is refused. Fails with {@link ManagementApiError}. */
  readAccount(userId: string, bearer: AccessTokenSource = this.#primary): Observable<Account> {
    return this.#http.get<unknown>(this.#userUrl(userId), inTheNameOf(bearer)).pipe(
      map((json) => parseAccount(json, userId)),
      catchError((cause: unknown) =>
        throwError(() => ManagementApiError.from(cause, this.#whose(bearer))),
      ),
    );
  }

  /**
   * Writes root keys of an account's settings; `null` deletes one, and the others stay (contract §6.4). It never
   * fails.
   */
  writeSettings(
    userId: string,
    changes: Settings,
    bearer: AccessTokenSource = this.#primary,
  ): Observable<SettingsOutcome> {
    // The tenant would take an empty object for a wish to delete all settings.
    if (changes.size === 0) throw new Error('There is nothing to write.');

    const body = { user_metadata: objectOf(changes) };
    const request = this.#http.patch<unknown>(this.#userUrl(userId), body, inTheNameOf(bearer));

    return this.#outcome(bearer, request, (json) => parseAccount(json, userId));
  }

  /** Has an account absorb the one that an ID token names (contract §6.5). It cannot be undone; it never fails. */
  linkIdentity(
    userId: string,
    idToken: string,
    bearer: AccessTokenSource = this.#primary,
  ): Observable<IdentitiesOutcome> {
    const url = `${this.#userUrl(userId)}/identities`;
    const request = this.#http.post<unknown>(url, { link_with: idToken }, inTheNameOf(bearer));

    return this.#outcome(bearer, request, parseIdentities);
  }

  /** Makes a sign-in method an account of its own again (contract §6.6). It never fails. */
  unlinkIdentity(
    userId: string,
    { provider, userId: id }: Identity,
    bearer: AccessTokenSource = this.#primary,
  ): Observable<IdentitiesOutcome> {
    const path = `identities/${encodeURIComponent(provider)}/${encodeURIComponent(id)}`;
    const url = `${this.#userUrl(userId)}/${path}`;

    return this.#outcome(
      bearer,
      this.#http.delete<unknown>(url, inTheNameOf(bearer)),
      parseIdentities,
    );
  }

  #outcome<Value>(
    bearer: AccessTokenSource,
    request: Observable<unknown>,
    parse: (json: unknown) => Value,
  ) {
    const sent = { tenant: this.#tenant.origin, asked: this.#whose(bearer) };

    return defer(() => {
      this.#sent.noteOne();

      return writeOutcome(sent, request.pipe(map(parse)));
    });
  }

  #whose(bearer: AccessTokenSource): 'first' | 'second' {
    return bearer === this.#primary ? 'first' : 'second';
  }

  #userUrl(userId: string): string {
    return `${this.#tenant.audience}users/${encodeURIComponent(userId)}`;
  }
}
