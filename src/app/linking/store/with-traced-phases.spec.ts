import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import {
  patchState,
  signalStore,
  withComputed,
  withFeature,
  withMethods,
  withState,
} from '@ngrx/signals';

import { Trace } from '../../trace/trace';
import { TRACE_IS_ON } from '../../trace/trace-settings';
import type { TracedProgress } from './traced-decision';
import { withTracedPhases } from './with-traced-phases';

const TracedStore = signalStore(
  withState<{ progress: TracedProgress }>({ progress: { phase: 'idle' } }),
  withComputed(({ progress }) => ({ phase: () => progress().phase })),
  withFeature((store) => withTracedPhases('link', store.phase, store.progress)),
  withMethods((store) => ({
    go: (progress: TracedProgress): void => patchState(store, { progress }),
  })),
);

function setUp(isOn = true) {
  TestBed.configureTestingModule({
    providers: [TracedStore, { provide: TRACE_IS_ON, useValue: isOn }],
  });
  const trace = TestBed.inject(Trace);

  return {
    store: TestBed.inject(TracedStore),
    trace,
    events: () => trace.entries().map(({ event }) => event),
  };
}

describe('withTracedPhases', () => {
  it('tells of every phase, however short, and why the last one was a failure', () => {
    const { store, events } = setUp();
    store.go({ phase: 'signingIn' });
    store.go({ phase: 'reading' });
    store.go({ phase: 'failed', code: 'not-fresh' });

    expect(events()).toMatchObject([
      { kind: 'state', of: 'link', from: 'idle', to: 'signingIn' },
      { kind: 'state', from: 'signingIn', to: 'reading' },
      { kind: 'state', from: 'reading', to: 'failed', reason: 'not-fresh' },
      { kind: 'decision', decision: 'given up', reasons: ['not-fresh'] },
    ]);
  });

  it('begins a flow when something begins, and not when it goes on', () => {
    const { store, trace } = setUp();
    for (const phase of ['signingIn', 'reading', 'idle', 'signingIn']) store.go({ phase });

    expect(trace.flows().map(({ kind }) => kind)).toEqual(['link', 'link']);
  });

  it('tells what a plan warns of and takes away, and of whom it is about', () => {
    const { store, events } = setUp();
    const plan = {
      kept: { userId: 'auth0|ada' },
      warnings: [{ kind: 'newborn' }],
      losses: [{ kind: 'settings' }],
    };
    store.go({ phase: 'reviewing', plan });

    expect(events()[1]).toEqual({
      kind: 'decision',
      about: 'plan',
      decision: 'offered',
      reasons: [{ personal: 'id', value: 'auth0|ada' }, 'newborn', 'settings'],
    });
  });

  it('tells of a phase to which something else than its own state has led', () => {
    const mustConfirm = signal(false);
    const Store = signalStore(
      withState<{ progress: TracedProgress }>({ progress: { phase: 'idle' } }),
      withComputed(({ progress }) => ({
        phase: () => (mustConfirm() ? 'confirmingPrimary' : progress().phase),
      })),
      withFeature((store) => withTracedPhases('link', store.phase, store.progress)),
    );
    TestBed.configureTestingModule({
      providers: [Store, { provide: TRACE_IS_ON, useValue: true }],
    });
    TestBed.inject(Store);
    mustConfirm.set(true);
    TestBed.tick();

    expect(
      TestBed.inject(Trace)
        .entries()
        .map(({ event }) => event),
    ).toMatchObject([{ kind: 'state', of: 'link', from: 'idle', to: 'confirmingPrimary' }]);
  });

  it('tells nothing where the trace is off', () => {
    const { store, events } = setUp(false);
    store.go({ phase: 'signingIn' });

    expect(events()).toEqual([]);
  });
});
