import { effect, inject, untracked, type Signal } from '@angular/core';
import { signalStoreFeature, watchState, withHooks } from '@ngrx/signals';

import { Trace } from '../../trace/trace';
import type { FlowKind } from '../../trace/trace-entry';
import { decisionIn, type TracedProgress } from './traced-decision';

/**
 * Traces every phase that a store goes through, and what it has decided by then. A flow begins when `idle`
 * ends, so that whatever is asked on the way belongs to it.
 */
export const withTracedPhases = (
  kind: FlowKind,
  phase: Signal<string>,
  progress: Signal<TracedProgress>,
) =>
  signalStoreFeature(
    withHooks({
      onInit(store, trace = inject(Trace)) {
        if (!trace.isOn) return;
        let before = 'idle';

        function tell(): void {
          const [from, to] = [before, phase()];
          if (from === to) return;
          before = to;
          if (from === 'idle') trace.begin(kind);
          const { code } = progress();
          trace.record(() => ({
            kind: 'state',
            of: kind,
            from,
            to,
            ...(code !== undefined && { reason: code }),
          }));
          const decision = decisionIn(progress());
          if (decision !== undefined) trace.record(() => decision);
        }

        // It is told of every change in the very call that makes it, where an effect would miss some.
        watchState(store, tell);
        // What another store has to do with the phase changes without this one.
        effect(() => {
          phase();
          untracked(tell);
        });
      },
    }),
  );
