import { computed, inject } from '@angular/core';
import {
  patchState,
  signalStore,
  withComputed,
  withMethods,
  withProps,
  withState,
} from '@ngrx/signals';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { masking, revealed } from '../../trace/masking';
import { Trace } from '../../trace/trace';
import { ChecksStore } from '../checks/checks-store';
import { supportBundle } from '../report/support-bundle';
import { entriesThatMatch } from './store/trace-filter';
import * as state from './trace-state';

/** What has happened in this tab, as far as the admin wants to see it. */
export const TraceStore = signalStore(
  withState(state.initialTraceState),
  withProps(() => ({
    _trace: inject(Trace),
    _checks: inject(ChecksStore),
    _config: inject(LIGATURE_CONFIG),
    /** One for the whole visit, so that a mask stays the same from line to line. */
    _mask: masking(),
  })),
  withComputed((store) => ({
    /** How personal values are written now. */
    write: computed(() => (store.isRevealed() ? revealed : store._mask)),
    flows: computed(() => store._trace.flows()),
    total: computed(() => store._trace.entries().length),
  })),
  withComputed((store) => ({
    shown: computed(() =>
      entriesThatMatch(store._trace.entries(), {
        search: store.search(),
        flow: store.flow(),
        write: store.write(),
      }),
    ),
    selected: computed(() => store._trace.entries().find(({ id }) => id === store.selectedId())),
  })),
  withMethods((store) => ({
    searchFor: (search: string): void => patchState(store, state.searchedFor(search)),
    showFlow: (flow: number | undefined): void => patchState(store, state.flowChosen(flow)),
    select: (id: number): void => patchState(store, state.selected(id)),
    reveal: (isRevealed: boolean): void => patchState(store, state.revealedIs(isRevealed)),
    clear(): void {
      store._trace.clear();
      patchState(store, state.initialTraceState);
    },
    /** The text of the support bundle; always masked, whatever is shown on the page. */
    bundle: (): string =>
      supportBundle({
        entries: store._trace.entries(),
        flows: store._trace.flows(),
        checks: store._checks.results(),
        config: store._config,
        browser: navigator.userAgent,
        at: new Date(),
      }),
  })),
);
