import { TestBed } from '@angular/core/testing';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { TenantControl, type ControlPresence } from '../../management-api/tenant-control';
import { goodConfig } from '../testing/good-context';
import type { Drill } from './catalogue/drill';
import { DrillRunner } from './driver/drill-runner';
import { DrillWindow } from './driver/drill-window';
import { DrillsStore } from './drills-store';
import type { DrillOutcome, DrillVerdict } from './judge/drill-result';

const outcomeOf = (verdict: DrillVerdict): DrillOutcome => ({
  verdict,
  evidence: [],
  shown: [],
  atMs: 0,
  durationMs: 1000,
});

interface Arranged {
  readonly presence?: ControlPresence;
  readonly environment?: 'staging' | 'production';
  readonly isWindowRefused?: boolean;
}

/** A tenant, the window that drills get, and each drill that is run until the spec says what has come of it. */
async function setUp({
  presence = 'there',
  environment = 'staging',
  isWindowRefused = false,
}: Arranged = {}) {
  const opened = { stop: jest.fn(), close: jest.fn() };
  const open = jest
    .spyOn(DrillWindow, 'open')
    .mockReturnValue(isWindowRefused ? undefined : (opened as unknown as DrillWindow));
  const running: { readonly drill: Drill; readonly end: (outcome: DrillOutcome) => void }[] = [];
  const run = (drill: Drill, _window: unknown, onStep: (step: number) => void) =>
    new Promise<DrillOutcome>((end) => {
      onStep(0);
      running.push({ drill, end });
    });
  const find = jest.fn(() => Promise.resolve(presence));
  TestBed.configureTestingModule({
    providers: [
      {
        provide: LIGATURE_CONFIG,
        useValue: { ...goodConfig, tenant: { ...goodConfig.tenant, environment } },
      },
      { provide: TenantControl, useValue: { find } },
      { provide: DrillRunner, useValue: { run } },
    ],
  });
  const store = TestBed.inject(DrillsStore);
  store.findTenantKind();
  await settled();

  return {
    store,
    find,
    open,
    opened,
    running,
    /** The drill that is under way ends. */
    end: async (verdict: DrillVerdict) => {
      running.at(-1)?.end(outcomeOf(verdict));
      await settled();
    },
    statuses: () =>
      store
        .results()
        .flatMap(({ progress }) => (progress.status === 'notRun' ? [] : [progress.status])),
  };
}

const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));

afterEach(() => jest.restoreAllMocks());

describe('DrillsStore', () => {
  it('runs drills one after the other in one window, and counts what has come of them', async () => {
    const { store, open, opened, running, end, statuses } = await setUp();
    const drills = store.drills.slice(0, 2);
    store.run(drills);
    expect(statuses()).toEqual(['running', 'waiting']);
    expect(store.isResting()).toBe(false);
    await end('passed');
    expect(statuses()).toEqual(['done', 'running']);
    expect(store.asked()).toEqual({ total: 2, done: 1 });
    await end('failed');

    expect(running.map(({ drill }) => drill)).toEqual(drills);
    expect(store.counts()).toMatchObject({ done: 2, passed: 1, failed: 1 });
    expect(store.toRepeat()).toEqual(drills.slice(1));
    expect(store.isResting()).toBe(true);
    expect(open).toHaveBeenCalledTimes(1);
    expect(opened.close).toHaveBeenCalledTimes(1);
  });

  it('begins no second run beside one', async () => {
    const { store, open } = await setUp();
    store.run(store.drills.slice(0, 1));
    store.run(store.drills.slice(1, 2));

    expect(open).toHaveBeenCalledTimes(1);
    expect(store.asked().total).toBe(1);
  });

  it('stops with the drill that is under way, which then says nothing, and runs no other', async () => {
    const { store, opened, running, end, statuses } = await setUp();
    store.run(store.drills.slice(0, 2));
    store.stop();
    expect(opened.stop).toHaveBeenCalledTimes(1);
    expect(store.activity()).toEqual({ status: 'stopping' });
    await end('inconclusive');

    expect(running).toHaveLength(1);
    expect(statuses()).toEqual(['done']);
    expect(store.counts().done).toBe(0);
    expect(store.isResting()).toBe(true);
  });

  it('says that the window was not opened, and can be asked again', async () => {
    const { store, running } = await setUp({ isWindowRefused: true });
    store.run(store.drills.slice(0, 1));
    store.run(store.drills.slice(0, 1));

    expect(store.activity()).toEqual({ status: 'resting', problem: 'no-window' });
    expect(running).toEqual([]);
  });

  it.each<[string, Arranged]>([
    ['elsewhere', { presence: 'none' }],
    ['silent', { presence: 'silent' }],
    ['production', { environment: 'production' }],
  ])('runs nothing on a tenant that is %s', async (kind, arranged) => {
    const { store, open } = await setUp(arranged);
    store.run(store.drills);

    expect(store.tenantKind()).toBe(kind);
    expect(open).not.toHaveBeenCalled();
  });

  it('asks nobody who has real people whether it can be controlled', async () => {
    const { find } = await setUp({ environment: 'production' });

    expect(find).not.toHaveBeenCalled();
  });

  it('notes what came of a drill that somebody went through by themselves', async () => {
    const { store } = await setUp();
    const [drill] = store.drills;
    if (drill === undefined) throw new Error('There is no drill');
    store.ended(drill, outcomeOf('passed'));

    expect(store.counts()).toMatchObject({ done: 1, passed: 1 });
    expect(store.report()).toEqual(expect.any(Object));
  });
});
