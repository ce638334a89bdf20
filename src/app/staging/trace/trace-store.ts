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
import { errorsIn, traceRows } from '../../trace/trace-rows';
import { ChecksStore } from '../checks/checks-store';
import { supportBundle } from '../report/support-bundle';
import { entriesThatMatch } from './store/trace-filter';

interface TraceState {
  readonly search: string;
  /** The flow whose events alone are shown. */
  readonly flow: number | undefined;
  readonly isErrorsOnly: boolean;
  /** What somebody has folded or unfolded, by flow. */
  readonly unfolded: ReadonlyMap<number, boolean>;
  readonly selectedId: number | undefined;
  /** Whether e-mails, phone numbers and ids are shown as they are. */
  readonly isRevealed: boolean;
}

const initialTraceState: TraceState = {
  search: '',
  flow: undefined,
  isErrorsOnly: false,
  unfolded: new Map(),
  selectedId: undefined,
  isRevealed: false,
};

const searchedFor = (search: string): Partial<TraceState> => ({ search });
const flowChosen = (flow: number | undefined): Partial<TraceState> => ({ flow });
const errorsOnlyIs = (isErrorsOnly: boolean): Partial<TraceState> => ({ isErrorsOnly });
const unfoldedIs =
  (flow: number, isUnfolded: boolean) =>
  ({ unfolded }: TraceState): Partial<TraceState> => ({
    unfolded: new Map([...unfolded, [flow, isUnfolded]]),
  });
const selectedIs = (selectedId: number): Partial<TraceState> => ({ selectedId });
const revealedIs = (isRevealed: boolean): Partial<TraceState> => ({ isRevealed });

/** What has happened in this tab, as far as the admin wants to see it. */
export const TraceStore = signalStore(
  withState(initialTraceState),
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
    errors: computed(() => errorsIn(store._trace.entries(), store._trace.flows())),
    /** Whoever looks for something wants to see it, folded or not. */
    isLookingFor: computed(
      () => store.search().trim() !== '' || store.flow() !== undefined || store.isErrorsOnly(),
    ),
    /** The console begins a flow itself as soon as it is opened or loaded; what one came for is the one before. */
    latest: computed(() => {
      const flows = store._trace.flows().filter(({ kind }) => kind !== 'checks');

      return (flows.filter(({ kind }) => kind !== 'page').at(-1) ?? flows.at(-1))?.id;
    }),
  })),
  withComputed((store) => ({
    shown: computed(() =>
      entriesThatMatch(store._trace.entries(), {
        search: store.search(),
        flow: store.flow(),
        among: store.isErrorsOnly() ? store.errors() : undefined,
        write: store.write(),
      }),
    ),
    selected: computed(() => store._trace.entries().find(({ id }) => id === store.selectedId())),
  })),
  withComputed((store) => ({
    rows: computed(() => {
      const [unfolded, latest, selected] = [
        store.unfolded(),
        store.latest(),
        store.selected()?.flow,
      ];
      const isAllOpen = store.isLookingFor();

      return traceRows(store.shown(), {
        flows: store.flows(),
        errors: store.errors(),
        isOpen: ({ id }) => isAllOpen || (unfolded.get(id) ?? (id === latest || id === selected)),
      });
    }),
  })),
  withMethods((store) => ({
    searchFor: (search: string): void => patchState(store, searchedFor(search)),
    showFlow: (flow: number | undefined): void => patchState(store, flowChosen(flow)),
    showErrorsOnly: (isErrorsOnly: boolean): void => patchState(store, errorsOnlyIs(isErrorsOnly)),
    unfold: (flow: number, isUnfolded: boolean): void =>
      patchState(store, unfoldedIs(flow, isUnfolded)),
    select: (id: number): void => patchState(store, selectedIs(id)),
    reveal: (isRevealed: boolean): void => patchState(store, revealedIs(isRevealed)),
    clear(): void {
      store._trace.clear();
      patchState(store, initialTraceState);
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
