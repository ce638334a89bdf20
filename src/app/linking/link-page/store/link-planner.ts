import { inject, Service } from '@angular/core';
import { catchError, concat, defer, map, of, switchMap, throwError, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../../../config/ligature-config';
import type { Account } from '../../../identity/account';
import type { Connection } from '../../../identity/connection';
import { journalOf, type Journal } from '../../../identity/link/journal';
import type { LinkProposal } from '../../../identity/link/link-plan';
import { historyEntryOf } from '../../../identity/link/receipt';
import { refusalOf, refusalOfAccount } from '../../../identity/sign-in/second-account';
import { ManagementApiError } from '../../../management-api/management-api-error';
import { ManagementApiService } from '../../../management-api/management-api-service';
import type { SecondarySession } from '../../../session/secondary/client/secondary-session';
import {
  SecondaryAuthService,
  type SecondaryEvent,
  type SecondaryOptions,
} from '../../../session/secondary/secondary-auth-service';
import { SessionReceipts } from '../../../session/storage/session-receipts';
import { transportMemory } from '../../../session/storage/transport-memory';
import { TenantClock } from '../../../session/tokens/tenant-clock';
import { RefusedSecondAccountError } from '../../store/refused-second-account-error';

/** Somebody has signed in, by which transport. */
export type SignedIn = Extract<SecondaryEvent, { kind: 'signedIn' }>;

/**
 * The way to a plan: what is reported of the sign-in, somebody signs in, and their account has been read. Where a
 * link was left unfinished, the sign-in proves its other account again, and there is nothing to plan.
 */
export type PlanningEvent =
  | Exclude<SecondaryEvent, SignedIn>
  | SignedIn
  | {
      readonly kind: 'provenAgain';
      readonly primary: Account;
      readonly journal: Journal;
      readonly session: SecondarySession;
    }
  | {
      readonly kind: 'proposed';
      readonly proposal: LinkProposal;
      readonly session: SecondarySession;
    };

/** Has the second account proven, judges it, reads it, and says what a link would do. It writes nothing. */
@Service()
export class LinkPlanner {
  readonly #secondaryAuth = inject(SecondaryAuthService);
  readonly #api = inject(ManagementApiService);
  readonly #policy = inject(LIGATURE_CONFIG).policy;
  readonly #clock = inject(TenantClock);
  readonly #receipts = inject(SessionReceipts);

  /** Has somebody sign in. To be called during a click, in which a window opens. */
  plan(
    primary: Observable<Account>,
    connection: Connection,
    options: SecondaryOptions,
  ): Observable<PlanningEvent> {
    return this.#follow(primary, connection, this.#secondaryAuth.signIn(connection, options));
  }

  /** Goes on with a sign-in for which the page of this connection was left, if this is how it was reached. */
  planReturned(
    primary: Observable<Account>,
    connection: Connection,
  ): Observable<PlanningEvent> | undefined {
    const returned = this.#secondaryAuth.resume('link');

    return returned?.purpose.connection === connection.name
      ? this.#follow(primary, connection, returned.events)
      : undefined;
  }

  /** Reads the account of somebody who has signed in once more, since that has failed before. */
  planAgain(
    primary: Observable<Account>,
    connection: Connection,
    signedIn: SignedIn,
  ): Observable<PlanningEvent> {
    return this.#follow(primary, connection, of(signedIn));
  }

  /** What a sign-in yields is used at once and kept, however long the first account cannot be read. */
  #follow(
    primary: Observable<Account>,
    connection: Connection,
    events: Observable<SecondaryEvent>,
  ): Observable<PlanningEvent> {
    return events.pipe(
      switchMap((event) =>
        event.kind === 'signedIn'
          ? primary.pipe(switchMap((account) => this.#propose(account, connection, event)))
          : of(event),
      ),
    );
  }

  /** From a second sign-in to what a link would do; a transport that has worked is remembered. */
  #propose(
    primary: Account,
    connection: Connection,
    signedIn: SignedIn,
  ): Observable<PlanningEvent> {
    const { result: session, transport } = signedIn;
    const { claims, tookMs } = session;
    const refusal = refusalOf(claims, { primary, connection, tookMs, policy: this.#policy });
    if (refusal !== undefined) return throwError(() => new RefusedSecondAccountError(refusal));
    const journal = journalOf(primary.settings);
    if (journal !== undefined) return this.#proveAgain(primary, journal, session);

    return concat(
      defer(() => {
        transportMemory.remember(connection, transport);

        return of<PlanningEvent>(signedIn);
      }),
      this.#api.readAccount(claims.subject, session).pipe(
        catchError((cause: unknown) => throwError(() => endedOr(cause))),
        map((second): PlanningEvent => {
          if (second.isBlocked === true) throw new RefusedSecondAccountError('second-blocked');
          const refused = refusalOfAccount(claims, second, this.#policy);
          if (refused !== undefined) throw new RefusedSecondAccountError(refused);

          return {
            kind: 'proposed',
            proposal: {
              first: primary,
              second,
              connection,
              policy: this.#policy,
              events: this.#receipts.about(primary.userId).map(historyEntryOf),
              nowMs: this.#clock.now(),
              proofExpiresAtMs: claims.expiresAtMs,
            },
            session,
          };
        }),
      ),
    );
  }

  #proveAgain(
    primary: Account,
    journal: Journal,
    session: SecondarySession,
  ): Observable<PlanningEvent> {
    if (journal.phase === 'undone') {
      return throwError(() => new RefusedSecondAccountError('too-early'));
    }

    return session.claims.subject === journal.subject
      ? of({ kind: 'provenAgain', primary, journal, session } as const)
      : throwError(() => new RefusedSecondAccountError('other-account'));
  }
}

/** Who has just signed in was overtaken: their account was deleted or has joined another. */
const endedOr = (cause: unknown): unknown =>
  ManagementApiError.from(cause).code === 'not-found'
    ? new RefusedSecondAccountError('second-gone')
    : cause;
