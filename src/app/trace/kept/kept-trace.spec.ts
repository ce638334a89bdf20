import { TestBed } from '@angular/core/testing';

import { eventWords } from '../words/event-words';
import { keptCapacity } from './kept-trace';
import { tracePageLoad } from '../page-load';
import { personal } from '../personal';
import { TRACE_MEMORY, type TabMemory, TRACE_IS_ON } from '../trace-settings';
import { Trace } from '../trace';
import type { FlowKind } from '../trace-entry';
import type { TraceEvent } from '../trace-event';

/** What a tab keeps, as it is: sealing is somebody else's. */
function tab() {
  const kept = new Map<string, string>();
  const memory: TabMemory = {
    get: (name) => Promise.resolve(JSON.parse(kept.get(name) ?? 'null') as unknown),
    set: jest.fn(async (name, value) => {
      await Promise.resolve();
      kept.set(name, JSON.stringify(value));
    }),
    remove: (name) => void kept.delete(name),
    names: () => [...kept.keys()],
  };

  return { kept, memory };
}

/** A page of that tab. */
function openPage({ memory }: { readonly memory: TabMemory }): Trace {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      { provide: TRACE_IS_ON, useValue: true },
      { provide: TRACE_MEMORY, useValue: memory },
    ],
  });

  return TestBed.inject(Trace);
}

const moved = (to: string): TraceEvent => ({ kind: 'state', of: 'link', from: 'idle', to });
const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));
const told = (trace: Trace): readonly string[] =>
  trace.entries().map(({ event }) => (event.kind === 'state' ? event.to : event.kind));

/** How the browser says that a page was loaded, which jsdom does not. */
class Navigation {
  readonly type: string;

  constructor(type: string) {
    this.type = type;
  }
}
function loadedBy(type: string): void {
  Object.assign(globalThis, { PerformanceNavigationTiming: Navigation });
  Object.assign(performance, { getEntriesByType: () => [new Navigation(type)] });
}

beforeEach(() => loadedBy('navigate'));

describe('Trace: over pages', () => {
  it('goes on after a reload, and counts on', async () => {
    const here = tab();
    const before = openPage(here);
    before.begin('link');
    before.record(() => moved('signingIn'));
    before.record(() => moved('reading'));
    await settled();
    const trace = openPage(here);
    trace.begin('link');
    trace.record(() => moved('reviewing'));
    await settled();

    expect(told(trace)).toEqual(['signingIn', 'reading', 'reviewing']);
    expect(trace.entries().map(({ id, flow }) => [id, flow])).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
    ]);
    expect(trace.flows().map(({ id }) => id)).toEqual([1, 2]);
  });

  it('says where a page began, and whether it was loaded again', async () => {
    const here = tab();
    tracePageLoad(openPage(here), []);
    await settled();
    loadedBy('reload');
    const trace = openPage(here);
    tracePageLoad(trace, []);
    await settled();

    expect(trace.entries().map(({ event }) => eventWords(event))).toEqual([
      'Page loaded: /',
      'Page loaded again: /',
    ]);
  });

  it('goes on with the flow that a sign-in comes back to, once for each kind', async () => {
    const here = tab();
    const before = openPage(here);
    before.begin('link');
    before.record(() => moved('signingIn'));
    await settled();
    const trace = openPage(here);
    tracePageLoad(trace, ['signIn', 'link']);
    const flowsFor = (kind: FlowKind) => {
      trace.begin(kind);
      trace.record(() => moved(kind));

      return trace.entries().at(-1)?.flow;
    };

    expect(['signIn', 'link', 'link'].map((kind) => flowsFor(kind as FlowKind))).toEqual([1, 1, 2]);
  });

  it('begins a flow where a sign-in comes back to a tab that knows of none', () => {
    const trace = openPage(tab());
    tracePageLoad(trace, ['signIn']);
    trace.begin('signIn');

    expect(trace.flows()).toMatchObject([{ id: 1, kind: 'signIn' }]);
  });

  it('keeps the newest events and no more', async () => {
    const here = tab();
    const before = openPage(here);
    for (let count = 0; count < keptCapacity; count += 1) before.record(() => moved('many'));
    await settled();
    for (let count = 0; count < keptCapacity; count += 1) {
      before.record(() => moved('few'));
      await Promise.resolve();
    }
    await settled();
    const trace = openPage(here);
    await settled();

    expect(new Set(told(trace))).toEqual(new Set(['few']));
    expect(trace.entries().length).toBeGreaterThan(keptCapacity / 2);
    expect(trace.entries().length).toBeLessThanOrEqual(keptCapacity);
  });

  it('keeps nothing of what was cleared, on this page or on one before', async () => {
    const here = tab();
    openPage(here).record(() => moved('before'));
    await settled();
    const trace = openPage(here);
    trace.clear();
    await settled();
    expect(trace.entries()).toEqual([]);
    expect([...here.kept]).toEqual([]);

    trace.record(() => moved('after'));
    await settled();
    const next = openPage(here);
    await settled();
    expect(told(next)).toEqual(['after']);
  });

  it('takes in nothing more when it has ended: the person has signed out', async () => {
    const here = tab();
    const trace = openPage(here);
    trace.record(() => moved('before'));
    await settled();
    trace.end();
    trace.record(() => moved('too late'));
    await settled();

    expect(trace.entries()).toEqual([]);
    expect([...here.kept]).toEqual([]);
  });

  it('goes on in memory where nothing can be kept', async () => {
    const here = tab();
    jest.mocked(here.memory.set).mockRejectedValue(new Error('full'));
    const trace = openPage(here);
    trace.record(() => moved('a'));
    await settled();
    trace.record(() => moved('b'));
    await settled();

    expect(told(trace)).toEqual(['a', 'b']);
    expect(here.memory.set).toHaveBeenCalledTimes(2);
  });

  it('reads whatever it was given to keep, of every kind', async () => {
    const here = tab();
    const events: readonly TraceEvent[] = [
      { kind: 'page', path: '/account' },
      { kind: 'signIn', who: 'first', step: 'opened' },
      { kind: 'claims', who: 'first', verdict: 'accepted', claims: { sub: personal('id', 'x') } },
      { kind: 'renewal', outcome: 'refused', reason: 'busy' },
      {
        kind: 'request',
        method: 'GET',
        origin: 'https://acme.example',
        path: '/api/v2/users/{id}',
        parameters: { id: personal('id', 'auth0|ada') },
        sends: [],
        status: 200,
        durationMs: 12,
      },
      moved('reading'),
      { kind: 'decision', about: 'plan', decision: 'offered', reasons: [] },
      { kind: 'error', name: 'TypeError', where: 'chunk-A.js:1:2' },
    ];
    const before = openPage(here);
    for (const event of events) before.record(() => event);
    await settled();
    const trace = openPage(here);
    await settled();

    expect(trace.entries().map(({ event }) => event)).toEqual(events);
  });

  it.each([
    ['nothing', null],
    ['a text', 'entries'],
    ['no list', { entries: 1, flows: {} }],
    ['no entry', { entries: [null, 1, { id: 1 }], flows: [null, { id: 1 }] }],
    ['an event of no kind', { entries: [{ id: 1, atMs: 1, event: {} }] }],
    ['an event of an unknown kind', { entries: [{ id: 1, atMs: 1, event: { kind: 'toString' } }] }],
    ['half an event', { entries: [{ id: 1, atMs: 1, event: { kind: 'request', path: '/' } }] }],
  ])('makes nothing of %s, and goes on', async (_what, value) => {
    const here = tab();
    here.kept.set('7.2', JSON.stringify(value));
    here.kept.set('somebody else', '1');
    const trace = openPage(here);
    await settled();
    expect(trace.entries()).toEqual([]);
    trace.record(() => moved('a'));

    expect(trace.entries()[0]?.id).toBe(8);
  });
});
