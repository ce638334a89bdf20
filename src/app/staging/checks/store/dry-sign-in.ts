import { inject, Service } from '@angular/core';
import { catchError, EMPTY, forkJoin, map, of, switchMap, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../../../config/ligature-config';
import type { Connection } from '../../../identity/connection';
import { refusalOf, refusalOfAccount } from '../../../identity/sign-in/second-account';
import { ManagementApiError } from '../../../management-api/management-api-error';
import { ManagementApiService } from '../../../management-api/management-api-service';
import { PrimarySession } from '../../../session/primary/primary-session';
import type { SecondarySession } from '../../../session/secondary/client/secondary-session';
import { SecondaryAuthService } from '../../../session/secondary/secondary-auth-service';
import { SignInError } from '../../../session/sign-in/sign-in-error';
import { Trace } from '../../../trace/trace';
import { drySignInVerdict } from '../rules/connection';
import { called, cannotBeSeen, failure, type Verdict } from '../rules/verdict';

/** A second sign-in that leads to no link: to see whether a connection works, and what comes back. */
@Service()
export class DrySignIn {
  readonly #secondary = inject(SecondaryAuthService);
  readonly #session = inject(PrimarySession);
  readonly #api = inject(ManagementApiService);
  readonly #policy = inject(LIGATURE_CONFIG).policy;
  readonly #trace = inject(Trace);

  /**
   * To be called during a click: it opens a window at once. It never fails. A window that is out of sight is said
   * to be, and what it brings all the same is said after that. Gives `undefined` as soon as the window has answered.
   */
  run(connection: Connection): Observable<Verdict | undefined> {
    this.#trace.begin('signIn');

    return this.#secondary.signIn(connection, { way: 'window' }).pipe(
      switchMap((event): Observable<Verdict | undefined> => {
        switch (event.kind) {
          case 'signedIn':
            return this.#judge(event.result, connection);
          case 'answered':
            return of(undefined);
          case 'windowUnseen':
            return of(unseen());
          default:
            return EMPTY;
        }
      }),
      catchError((cause: unknown) => of(notSignedIn(SignInError.from(cause), connection))),
    );
  }

  #judge(session: SecondarySession, connection: Connection): Observable<Verdict> {
    const { claims, tookMs } = session;

    return this.#session.settled.pipe(
      map((state) => (state.status === 'signedIn' ? state.user.subject : undefined)),
      switchMap((subject) =>
        forkJoin([
          subject === undefined ? of(undefined) : this.#api.readAccount(subject),
          this.#api.readAccount(claims.subject, session),
        ]),
      ),
      map(([primary, second]) => {
        const context = { primary, connection, tookMs, policy: this.#policy };
        const refusal =
          refusalOf(claims, context) ?? refusalOfAccount(claims, second, this.#policy);

        return drySignInVerdict(claims, refusal, connection);
      }),
      catchError((cause: unknown) => of(notRead(ManagementApiError.from(cause), connection))),
    );
  }
}

const unseen = (): Verdict =>
  cannotBeSeen(
    $localize`This page cannot see the sign-in window any more. If it is still open, finish signing in there. If you have closed it, start the dry sign-in again.`,
  );

const notRead = ({ code }: ManagementApiError, { label }: Connection): Verdict =>
  called(
    $localize`${label}:label:: the accounts could not be read`,
    failure(
      $localize`The dry sign-in came back, but the accounts could not be read (${code}:code:).`,
      { setting: $localize`See the checks of the Management API and of the scopes` },
      [{ name: $localize`code`, value: code }],
    ),
  );

/** What has not got as far as the tenant says nothing of the connection. */
function notSignedIn({ code }: SignInError, { label }: Connection): Verdict {
  switch (code) {
    case 'popup-blocked':
      return cannotBeSeen(
        $localize`The browser blocked the window. Allow windows for this page, and start the dry sign-in again.`,
      );
    case 'offline':
      return cannotBeSeen(
        $localize`This device is offline, so nothing was tried. Connect it, and start the dry sign-in again.`,
      );
    default:
      return called(
        $localize`${label}:label:: the dry sign-in did not come back`,
        failure(
          $localize`The dry sign-in did not come back (${code}:code:).`,
          { setting: $localize`Authentication › your connection › Try Connection` },
          [{ name: $localize`code`, value: code }],
        ),
      );
  }
}
