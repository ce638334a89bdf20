import { computed, inject } from '@angular/core';
import {
  patchState,
  signalStore,
  withComputed,
  withFeature,
  withMethods,
  withProps,
  withState,
} from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { EMPTY, exhaustMap, from, of, switchMap, tap, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import type { Account } from '../../identity/account';
import type { FailureCode } from '../../identity/failure';
import type { Identity } from '../../identity/identity';
import { portalUnlinkReceipt, unlinkReceipt } from '../../identity/link/receipt';
import {
  canUnlink,
  planUnlink,
  type UnlinkingProgress,
  type UnlinkPlan,
} from '../../identity/link/unlink-plan';
import { PORTAL_HOOKS, type PortalAnswer } from '../../saga/ports/portal-hooks';
import type { UnlinkResult } from '../../saga/unlink/run-unlink';
import { UnlinkSaga } from '../../saga/unlink/unlink-saga';
import { SessionReceipts } from '../../session/storage/session-receipts';
import { TenantClock } from '../../session/tokens/tenant-clock';
import { SignedInAccountStore } from '../account/signed-in-account-store';
import { Outcomes } from '../store/outcomes';
import { withToldFailures } from '../store/with-told-failures';
import { withTracedPhases } from '../store/with-traced-phases';
import { SuggestionsStore } from '../suggestions/suggestions-store';

const progressIs = (progress: UnlinkingProgress) => ({ progress });

/** An unlink from the question to its end, and the receipts of this browser session. Provided by the account page. */
export const UnlinkStore = signalStore(
  withState(progressIs({ phase: 'idle' })),
  withProps(() => {
    const receipts = inject(SessionReceipts);

    return {
      allowUnlink: inject(LIGATURE_CONFIG).policy.allowUnlink,
      /** What was linked and unlinked in this browser session. */
      receipts: receipts.all,
      _account: inject(SignedInAccountStore),
      _suggestions: inject(SuggestionsStore),
      _receipts: receipts,
      _saga: inject(UnlinkSaga),
      _clock: inject(TenantClock),
      _hooks: inject(PORTAL_HOOKS, { optional: true }),
      _outcomes: inject(Outcomes),
    };
  }),
  withComputed((store) => ({
    /** What the page asks: first, if need be, that the person confirms that it is them. */
    phase: computed(() => {
      const { phase } = store.progress();

      return phase === 'reviewing' && store._account.mustConfirm() ? 'confirmingPrimary' : phase;
    }),
  })),
  withMethods((store) => {
    function finish(plan: UnlinkPlan, ended: UnlinkResult): void {
      switch (ended.kind) {
        case 'done': {
          const { id = crypto.randomUUID() } = ended;
          const receipt = unlinkReceipt(plan, new Date(store._clock.now()));
          void store._receipts.add(receipt);
          patchState(store, progressIs({ phase: 'done', plan }));
          store._outcomes.tell({ kind: 'unlinked', receipt: portalUnlinkReceipt(receipt, id) });
          // Nobody wants to be asked to link what they have just unlinked.
          store._suggestions.decline();
          store._account.readAccount();
          break;
        }
        case 'notDone':
          patchState(store, progressIs({ phase: 'failed', plan, code: ended.code }));
          // Read again, the account shows the link that stands in the way.
          if (ended.code === 'unfinished-link') store._account.readAccount();
          break;
        case 'unknown':
          patchState(
            store,
            progressIs({ phase: 'unknown', plan, code: ended.code, checkedAtMs: Date.now() }),
          );
      }
    }

    /** Asks the portal, if it wants to be asked. */
    const answered = (plan: UnlinkPlan): Observable<PortalAnswer> =>
      store._hooks === null ? of({ kind: 'go' }) : from(store._hooks.beforeUnlink(plan));

    /** Shows why the portal will not have it; nothing has been sent. */
    function stopped(plan: UnlinkPlan, answer: Exclude<PortalAnswer, { kind: 'go' }>): void {
      const why =
        answer.kind === 'refused'
          ? { code: 'portal-refused' as const, sentence: answer.sentence }
          : { code: answer.code };
      patchState(store, progressIs({ phase: 'failed', plan, ...why }));
    }

    const mayUnlink = (account: Account, identity: Identity): boolean =>
      store.allowUnlink && canUnlink(account, identity);

    /** Whether an unlink has been sent that is not known to have ended. */
    function isOpen(): boolean {
      const { phase } = store.progress();

      return phase === 'sending' || phase === 'unknown';
    }

    return {
      /** Asks before an unlink; while another is open, there is nothing to ask. */
      review(account: Account, identity: Identity): void {
        if (isOpen() || !mayUnlink(account, identity)) return;
        patchState(store, progressIs({ phase: 'reviewing', plan: planUnlink(account, identity) }));
        store._account.judge();
      },
      /** Lets go of the question; what has been sent is not a question any more. */
      dismiss(): void {
        store._account.stopConfirming();
        if (!isOpen()) patchState(store, progressIs({ phase: 'idle' }));
      },
      // exhaustMap: what has been sent is followed to its end before anything else is.
      unlink: rxMethod<UnlinkPlan>(
        exhaustMap((plan) => {
          if (!mayUnlink(plan.account, plan.identity)) return EMPTY;

          return store._account.onceConfirmed(() => {
            patchState(store, progressIs({ phase: 'sending', plan }));

            return answered(plan).pipe(
              switchMap((answer) => {
                if (answer.kind === 'go') return store._saga.unlink(plan);
                stopped(plan, answer);

                return EMPTY;
              }),
              tap((ended) => finish(plan, ended)),
            );
          });
        }),
      ),
      findOut: rxMethod<{ plan: UnlinkPlan; code: FailureCode }>(
        exhaustMap(({ plan, code }) => {
          const progress = store.progress();
          if (progress.phase === 'unknown') {
            patchState(store, progressIs({ ...progress, isChecking: true }));
          }

          return store._saga.findOut(plan, code).pipe(tap((ended) => finish(plan, ended)));
        }),
      ),
    };
  }),
  withFeature((store) => withTracedPhases('unlink', store.phase, store.progress)),
  withFeature((store) => withToldFailures(store.progress)),
);
