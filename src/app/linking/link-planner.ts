import { inject, Service } from '@angular/core';
import { concat, map, of, switchMap, throwError, type Observable } from 'rxjs';

import { CLOCK_SKEW } from '../config/clock-skew';
import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { Account } from '../identity/account';
import type { Connection } from '../identity/connection';
import { planLink, type LinkPlan } from '../identity/link-plan';
import { refusalOf } from '../identity/second-account';
import { ManagementApiService } from '../management-api/management-api-service';
import { SecondaryAuthService } from '../session/secondary-auth-service';
import type { SecondSession } from '../session/second-session';
import { RefusedSecondAccountError } from './refused-second-account-error';

/** The way to a plan: the window may look closed, somebody signs in, and their account has been read. */
export type PlanningEvent =
  | { readonly kind: 'windowClosed' }
  | { readonly kind: 'signedIn' }
  | { readonly kind: 'planned'; readonly plan: LinkPlan; readonly session: SecondSession };

/** Has the second account proven, judges it, reads it, and says what a link would do. It writes nothing. */
@Service()
export class LinkPlanner {
  readonly #secondaryAuth = inject(SecondaryAuthService);
  readonly #api = inject(ManagementApiService);
  readonly #policy = inject(LIGATURE_CONFIG).policy;
  readonly #clockSkew = inject(CLOCK_SKEW);

  /** To be called during a click: it opens the sign-in window at once. */
  planByPopup(primary: Account, connection: Connection): Observable<PlanningEvent> {
    return this.#secondaryAuth
      .signInByPopup(connection)
      .pipe(
        switchMap((event) =>
          event.kind === 'windowClosed' ? of(event) : this.plan(primary, connection, event.result),
        ),
      );
  }

  /** From a second sign-in to what a link would do. */
  plan(
    primary: Account,
    connection: Connection,
    session: SecondSession,
  ): Observable<PlanningEvent> {
    const { claims, took } = session;
    const refusal = refusalOf(claims, { primary, connection, took, policy: this.#policy });
    if (refusal !== undefined) return throwError(() => new RefusedSecondAccountError(refusal));

    return concat(
      of<PlanningEvent>({ kind: 'signedIn' }),
      this.#api.readAccount(claims.subject, session).pipe(
        map((secondary): PlanningEvent => ({
          kind: 'planned',
          plan: planLink(primary, secondary, { connection, now: Date.now() + this.#clockSkew }),
          session,
        })),
      ),
    );
  }
}
