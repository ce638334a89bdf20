import type { Signal } from '@angular/core';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { EMPTY, exhaustMap, from, switchMap, tap, type Observable } from 'rxjs';

import { holdsSubject } from '../../../identity/account';
import { journalOf, type Journal } from '../../../identity/link/journal';
import type { UnfinishedLink } from '../../../identity/link/unfinished-link';
import { noRemarks, type DoneLink, type LinkEvent } from '../../../saga/link/link-result';
import type { PortalHooks } from '../../../saga/ports/portal-hooks';
import type { LinkSaga } from '../../../saga/link/link-saga';
import type { SecondarySession } from '../../../session/secondary/client/secondary-session';
import type { AccountRead } from '../../account/signed-in-account-state';
import type { SignedInAccountStore } from '../../account/signed-in-account-store';
import type { EndedLink, ObservedLink } from '../../store/observed-link';
import type { UnfinishedLinkStore } from '../../unfinished-link/unfinished-link-store';
import type { LinkEnding } from './link-ending';
import * as state from './linking-state';
import type { ProvenSecond } from './proven-second';

/** What a link needs of the store that it belongs to. */
interface Surroundings {
  readonly account: InstanceType<typeof SignedInAccountStore>;
  readonly unfinished: InstanceType<typeof UnfinishedLinkStore>;
  readonly second: ProvenSecond;
  readonly saga: LinkSaga;
  readonly observed: ObservedLink;
  readonly ending: LinkEnding;
  readonly hooks: PortalHooks | null;
  readonly progress: Signal<state.LinkingProgress>;
  /** The tenant's clock. */
  readonly now: () => number;
  readonly show: (next: Partial<state.LinkingState>) => void;
}

/** A link that somebody has agreed to, on this page or before, until its end is known. */
export function agreedLink(around: Surroundings) {
  const { account, unfinished, second, saga, progress, show } = around;

  // exhaustMap: what has been sent is followed to its end before anything else is.
  const link = rxMethod<state.Reviewing>(
    exhaustMap((review) =>
      onceBothConfirmed((proven) =>
        unlessRefused(review, () =>
          begun(
            { kind: 'reviewed', review },
            saga.link(review.plan, proven, review.proposal.connection.name),
          ),
        ),
      ),
    ),
  );

  // exhaustMap: what has been sent is followed to its end before anything else is.
  const continueLink = rxMethod<state.ToContinue>(
    exhaustMap((toContinue) =>
      onceBothConfirmed((proven) => {
        const { journal, primary, review, isUnseen } = toContinue;
        const parties = review
          ? saga.partiesOf(review.plan, proven)
          : saga.partiesToContinue(primary.userId, proven);

        return begun(state.underway(toContinue), saga.continue(journal, parties, isUnseen));
      }),
    ),
  );

  /** Begins if the second person is proven, and the first one as well. */
  function onceBothConfirmed<T>(begin: (proven: SecondarySession) => Observable<T>): Observable<T> {
    return second.whileProven((proven) => account.onceConfirmed(() => begin(proven)));
  }

  /** Begins unless the portal refuses, which is asked first if it wants to be; nothing has been written by then. */
  function unlessRefused(
    review: state.Reviewing,
    begin: () => Observable<unknown>,
  ): Observable<unknown> {
    const { hooks } = around;
    if (hooks === null) return begin();
    show(state.busyWith('preparing', { kind: 'reviewed', review }));

    return from(hooks.beforeLink(review.plan)).pipe(
      switchMap((answer) => {
        if (answer.kind === 'go') return begin();
        show(
          answer.kind === 'refused'
            ? state.reviewedAgain(review, answer.sentence)
            : state.failed(answer.code, { kind: 'review', review }),
        );

        return EMPTY;
      }),
    );
  }

  function begun(underway: state.LinkUnderway, run: Observable<LinkEvent>): Observable<unknown> {
    show(state.busyWith('preparing', underway));

    return toItsEnd(underway, run);
  }

  /** Follows a link to its end, though this page may be gone by then. */
  function toItsEnd(underway: state.LinkUnderway, run: Observable<LinkEvent>): Observable<unknown> {
    return around.observed
      .follow(state.namedIn(underway), run, (done) => reached(underway, done))
      .pipe(
        tap((event) => {
          if (event.kind === 'ended') ended(underway, event);
          else show(state.busyWith(event.phase, underway));
        }),
      );
  }

  /** What remains to be done once a link has happened. */
  function reached(underway: state.LinkUnderway, done: Pick<DoneLink, 'remarks' | 'id'>) {
    second.forget();

    return around.ending.of(underway, done);
  }

  /** Shows how a link has ended, or where it stands still: then the account is read, which may tell. */
  function ended(underway: state.LinkUnderway, event: EndedLink): void {
    const { result } = event;
    const isOpen = result.kind === 'open' || result.kind === 'unknown';
    // Its owner proves themselves if the tenant wants it.
    if (isOpen && result.code === 'signed-out') account.requireConfirmation();
    if (isOpen && result.code === 'second-signed-out') second.drop();
    show(state.endedAs(underway, event, around.now()));
    // Then the account has on record what the portal is still to be told.
    const isTold = result.kind === 'done' && around.hooks?.isTold === true;
    if (isOpen || isTold) account.readAccount();
  }

  const canContinue = (journal: Journal, review?: state.Reviewing): boolean =>
    second.canContinue(around.now(), journal, review);

  return {
    link,
    continueLink,
    findOut: rxMethod<state.Reviewing>(
      exhaustMap((review) =>
        second.whileProven((proven) => {
          show(state.checkedOnceMore(progress()));

          return toItsEnd({ kind: 'reviewed', review }, saga.findOut(review.plan, proven));
        }),
      ),
    ),
    canContinue,
    undo: (recorded: state.RecordedLink): void => {
      if (!second.canUndo(recorded)) return;
      const { journal, review } = recorded;
      const proven = second.session;
      const kept = review && proven && saga.partiesOf(review.plan, proven).kept;
      show(state.restarted());
      unfinished.undo({ journal, ...(kept && { kept }) });
    },
    // exhaustMap: a link ends once, and its receipt is followed though the account is read again.
    followKnown: rxMethod<AccountRead>(
      exhaustMap((read) => {
        const end = knownEnd(progress(), read);
        switch (end?.kind) {
          case undefined:
            return EMPTY;
          case 'takenBack':
            show(state.failed('undone'));

            return EMPTY;
          case 'journalSeen':
            show(state.journalSeen(progress()));

            return EMPTY;
          case 'neverBegun':
            show(state.neverBegun(end));
            account.judge();

            return EMPTY;
          case 'linked': {
            const shown = unfinished.link();

            const remarks = shown.status === 'finished' ? shown : noRemarks;

            return reached(end.link, { remarks }).pipe(
              tap((receipt) => show(state.linked(receipt))),
            );
          }
        }
      }),
    ),
    goOnAfterOthers: rxMethod<UnfinishedLink>(
      tap((shown) => {
        const free = state.freeAgain(progress(), shown);
        const read = account.read();
        if (free === undefined || read.status !== 'read') return;
        if (canContinue(free.journal, free.review)) {
          continueLink({ ...free, primary: read.account });
        }
      }),
    ),
  };
}

/**
 * What an account that has been read says of a link that stands still on this page: it has happened, it was taken
 * back, it has never begun, its journal is there, or it is no wiser than the page.
 */
function knownEnd(
  progress: state.LinkingProgress,
  read: AccountRead,
):
  | { readonly kind: 'linked'; readonly link: state.LinkUnderway }
  | ({ readonly kind: 'neverBegun' } & state.NeverBegun)
  | { readonly kind: 'takenBack' | 'journalSeen' }
  | undefined {
  if (progress.phase !== 'unknown' || read.status !== 'read') return undefined;
  const { link } = progress;
  const { account } = read;
  // The absorbed account is this one itself: it is the other one that tells.
  if (link.review?.plan.direction === 'keepSecond') return undefined;
  const journal = journalOf(account.settings);
  const subject =
    link.kind === 'recorded' ? link.journal.subject : link.review.plan.absorbed.userId;
  if (holdsSubject(account, subject)) {
    // With a journal there is still something to finish.
    return journal === undefined
      ? { kind: 'linked', link: state.underwayAgain(link, account) }
      : undefined;
  }

  if (link.kind !== 'recorded') return undefined;
  if (journal?.id === link.journal.id) return { kind: 'journalSeen' };

  // Only what was there can have been taken back.
  if (!link.isUnseen || link.review === undefined) return { kind: 'takenBack' };
  const { code, isChecking: isBackOnline = false } = progress;

  return { kind: 'neverBegun', code, isBackOnline, review: link.review };
}
