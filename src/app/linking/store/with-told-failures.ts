import { inject, type Signal } from '@angular/core';
import { signalStoreFeature, watchState, withHooks } from '@ngrx/signals';

import type { FailureCode } from '../../identity/failure';
import { Outcomes } from './outcomes';

/** What of the progress of a link or an unlink says that it has failed. */
interface Failing {
  readonly phase: string;
  readonly code?: FailureCode;
}

/** Tells of every failure that a store comes to. What nobody knows the end of has not failed. */
export const withToldFailures = (progress: Signal<Failing>) =>
  signalStoreFeature(
    withHooks({
      onInit(store, outcomes = inject(Outcomes)) {
        let before: Failing | undefined;
        // It is told of every change in the very call that makes it, where an effect would miss some.
        watchState(store, () => {
          const now = progress();
          if (now === before) return;
          before = now;
          const { phase, code } = now;
          if (phase === 'failed' && code !== undefined) outcomes.tell({ kind: 'failed', code });
        });
      },
    }),
  );
