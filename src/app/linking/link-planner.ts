import { inject, Service } from '@angular/core';
import { concat, map, of, switchMap, throwError, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { Account } from '../identity/account';
import type { Connection } from '../identity/connection';
import { planLink, type LinkPlan } from '../identity/link-plan';
import { refusalOf } from '../identity/second-account';
import { ManagementApiService } from '../management-api/management-api-service';
import { SecondaryAuthService, type SecondSignInEvent } from '../session/secondary-auth-service';
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

  /** To be called during a click: it opens the sign-in window at once. */
  plan(primary: Account, connection: Connection): Observable<PlanningEvent> {
    return this.#secondaryAuth
      .signIn(connection)
      .pipe(switchMap((event) => this.#next(event, primary, connection)));
  }

  #next(
    event: SecondSignInEvent,
    primary: Account,
    connection: Connection,
  ): Observable<PlanningEvent> {
    if (event.kind === 'windowClosed') return of(event);

    const { session } = event;
    const { claims, startedAt } = session;
    const refusal = refusalOf(claims, { primary, connection, startedAt, policy: this.#policy });
    if (refusal !== undefined) return throwError(() => new RefusedSecondAccountError(refusal));

    return concat(
      of<PlanningEvent>({ kind: 'signedIn' }),
      this.#api.readAccount(claims.subject, session).pipe(
        map((secondary): PlanningEvent => ({
          kind: 'planned',
          plan: planLink(primary, secondary),
          session,
        })),
      ),
    );
  }
}
