import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { personal } from '../../trace/personal';
import { Trace } from '../../trace/trace';
import type { FlowKind, TraceEntry, TraceFlow } from '../../trace/trace-entry';
import type { TraceEvent } from '../../trace/trace-event';
import { ChecksStore } from '../checks/checks-store';
import { goodConfig } from '../testing/good-context';
import { TraceStore } from './trace-store';

const flow = (id: number, kind: FlowKind): TraceFlow => ({ id, kind, atMs: 0 });
const entry = (id: number, of: number, event: TraceEvent): TraceEntry => ({
  id,
  atMs: 0,
  flow: of,
  event,
});
const state = (to: string): TraceEvent => ({ kind: 'state', of: 'link', from: 'idle', to });

/** A link that has failed, one that has not, and the page and the checks with which the console was opened. */
function setUp() {
  const flows = signal([flow(1, 'link'), flow(2, 'link'), flow(3, 'page'), flow(4, 'checks')]);
  const entries = signal([
    entry(1, 1, {
      kind: 'decision',
      about: 'plan',
      decision: 'offered',
      reasons: [personal('id', 'auth0|ada')],
    }),
    entry(2, 1, state('failed')),
    entry(3, 2, state('done')),
    entry(4, 3, { kind: 'page', path: '/staging/trace' }),
  ]);
  const clear = jest.fn(() => entries.set([]));
  TestBed.configureTestingModule({
    providers: [
      TraceStore,
      { provide: Trace, useValue: { flows, entries, clear } },
      { provide: ChecksStore, useValue: { results: () => [] } },
      { provide: LIGATURE_CONFIG, useValue: goodConfig },
    ],
  });
  const store = TestBed.inject(TraceStore);

  return {
    store,
    open: () =>
      store.rows().flatMap((row) => (row.kind === 'flow' && row.isOpen ? [row.flow.id] : [])),
    shown: () => store.shown().map(({ id }) => id),
  };
}

describe('TraceStore', () => {
  it('unfolds what one came for, which is what happened before the console was opened', () => {
    const { store, open } = setUp();
    expect(open()).toEqual([2]);
    store.unfold(2, false);
    store.unfold(1, true);

    expect(open()).toEqual([1]);
  });

  it('keeps the flow of what is selected unfolded', () => {
    const { store, open } = setUp();
    store.select(1);

    expect(store.selected()).toMatchObject({ id: 1, flow: 1 });
    expect(open()).toEqual([1, 2]);
  });

  it.each<[string, (store: InstanceType<typeof TraceStore>) => unknown, number[]]>([
    ['a search', (store) => store.searchFor('done'), [3]],
    ['one flow', (store) => store.showFlow(1), [1, 2]],
    ['errors only', (store) => store.showErrorsOnly(true), [2]],
  ])('shows all that there is of %s, folded or not', (_case, look, expected) => {
    const { store, shown } = setUp();
    look(store);
    const events = store.rows().flatMap((row) => (row.kind === 'event' ? [row.entry.id] : []));

    expect(shown()).toEqual(expected);
    expect(events.sort()).toEqual(expected);
  });

  it('shows who somebody is once that is asked for, and never in the bundle', () => {
    const { store } = setUp();
    const id = personal('id', 'auth0|ada');
    const mask = store.write()(id);
    expect(mask).not.toContain('ada');
    store.reveal(true);
    expect(store.write()(id)).toBe('auth0|ada');
    expect(store.bundle()).not.toContain('auth0|ada');
    store.reveal(false);

    expect(store.write()(id)).toBe(mask);
  });

  it('begins anew once it is cleared', () => {
    const { store, shown } = setUp();
    store.searchFor('done');
    store.clear();

    expect(shown()).toEqual([]);
    expect(store.search()).toBe('');
    expect(store.total()).toBe(0);
  });
});
