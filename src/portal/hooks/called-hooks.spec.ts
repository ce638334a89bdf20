import { ErrorHandler, inject, InjectionToken, Injector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { NEVER, of, throwError } from 'rxjs';

import { planUnlink } from '../../app/identity/link/unlink-plan';
import type { PortalTask } from '../../app/identity/settings/portal-task';
import { accountWith } from '../../app/identity/testing/accounts';
import { settingsPlan } from '../../app/linking/testing/settings-plan';
import { CalledHooks } from './called-hooks';
import type { LigatureHooks } from './ligature-hooks';

const ORDERS = new InjectionToken<string>('a service of the portal');
const plan = settingsPlan({ kept: {}, absorbed: {} });
const ada = accountWith('auth0|ada');
const [hub] = accountWith('github|7').identities;
const unlinkPlan = planUnlink({ ...ada, identities: [...ada.identities, hub] }, hub);
const task: PortalTask = {
  ...{ id: 'a1', what: 'link', atMs: Date.UTC(2027, 0, 15, 8), connection: 'github' },
  ...{ kept: 'auth0|ada', other: 'github|7' },
};

function setUp(hooks: LigatureHooks) {
  const handleError = jest.fn<void, [unknown]>();
  TestBed.configureTestingModule({
    providers: [
      { provide: ErrorHandler, useValue: { handleError } },
      { provide: ORDERS, useValue: 'Orders' },
    ],
  });

  return { called: new CalledHooks(hooks, TestBed.inject(Injector)), handleError };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('the hooks of a portal', () => {
  it('are told both accounts and nothing else of them, in an injection context', async () => {
    const beforeLink = jest.fn(() => expect(inject(ORDERS)).toBe('Orders'));
    const beforeUnlink = jest.fn(() => undefined);
    const { called } = setUp({ beforeLink, beforeUnlink });

    await expect(called.beforeLink(plan)).resolves.toEqual({ kind: 'go' });
    await expect(called.beforeUnlink(unlinkPlan)).resolves.toEqual({ kind: 'go' });
    const [kept, absorbed] = [plan.kept, plan.absorbed].map(({ userId, identities: [own] }) => ({
      userId,
      connection: own.connection,
    }));
    expect(beforeLink).toHaveBeenCalledWith({ kept, absorbed, direction: 'keepFirst' });
    expect(beforeUnlink).toHaveBeenCalledWith({
      kept: { userId: 'auth0|ada', connection: 'auth0' },
      left: { userId: 'github|7', connection: 'github' },
    });
  });

  it.each<[string, LigatureHooks]>([
    ['at once', { beforeLink: () => ({ refuse: ' Pay first. ' }) }],
    ['by a promise', { beforeLink: () => Promise.resolve({ refuse: 'Pay first.' }) }],
    ['by an observable', { beforeLink: () => of({ refuse: 'Pay first.' }) }],
  ])('refuse %s, with their sentence', async (_how, hooks) => {
    await expect(setUp(hooks).called.beforeLink(plan)).resolves.toEqual({
      kind: 'refused',
      sentence: 'Pay first.',
    });
  });

  it('are shown no longer than a few lines', async () => {
    const { called } = setUp({ beforeLink: () => ({ refuse: 'x'.repeat(5000) }) });

    await expect(called.beforeLink(plan)).resolves.toEqual({
      kind: 'refused',
      sentence: `${'x'.repeat(300)}…`,
    });
  });

  it.each<[string, LigatureHooks, unknown]>([
    ['throw', { beforeLink: () => throwNow() }, new Error('orders')],
    ['reject', { beforeLink: () => Promise.reject(new Error('orders')) }, new Error('orders')],
    [
      'end in an error',
      { beforeLink: () => throwError(() => new Error('orders')) },
      new Error('orders'),
    ],
    [
      'refuse without a sentence',
      { beforeLink: () => ({ refuse: ' ' }) },
      expect.objectContaining({ code: 'LIG-HOOK-ANSWER' }),
    ],
  ])('stop the link where they %s, and the portal is told why', async (_how, hooks, why) => {
    const { called, handleError } = setUp(hooks);

    await expect(called.beforeLink(plan)).resolves.toEqual({
      kind: 'failed',
      code: 'portal-failed',
    });
    expect(handleError).toHaveBeenCalledWith(why);
  });

  it.each<[string, LigatureHooks]>([
    ['a promise', { beforeLink: () => new Promise(() => undefined) }],
    ['an observable', { beforeLink: () => NEVER }],
  ])('stop the link where %s does not answer within ten seconds', async (_what, hooks) => {
    const { called, handleError } = setUp(hooks);
    const answer = called.beforeLink(plan);
    await jest.advanceTimersByTimeAsync(10_000);

    await expect(answer).resolves.toEqual({ kind: 'failed', code: 'portal-silent' });
    expect(handleError).toHaveBeenCalledWith(expect.objectContaining({ code: 'LIG-HOOK-SILENT' }));
  });

  it('are told what has happened, with both accounts and one id', async () => {
    const [afterLink, afterUnlink] = [jest.fn(), jest.fn(() => Promise.resolve())];
    const { called } = setUp({ afterLink, afterUnlink });
    const receipt = {
      ...{ id: 'a1', at: '2027-01-15T08:00:00.000Z', kept: 'auth0|ada', connection: 'github' },
    };

    await expect(called.after(task)).resolves.toBe(true);
    await expect(called.after({ ...task, what: 'unlink' })).resolves.toBe(true);
    expect(afterLink).toHaveBeenCalledWith({ ...receipt, absorbed: 'github|7' });
    expect(afterUnlink).toHaveBeenCalledWith({ ...receipt, left: 'github|7' });
  });

  it('have to be told again where they fail, and not where a portal has none', async () => {
    const { called } = setUp({ afterLink: () => Promise.reject(new Error('orders')) });

    await expect(called.after(task)).resolves.toBe(false);
    await expect(called.after({ ...task, what: 'unlink' })).resolves.toBe(true);
  });

  it.each<[LigatureHooks, boolean]>([
    [{ beforeLink: () => undefined }, false],
    [{ afterLink: () => undefined }, true],
    [{ afterUnlink: () => undefined }, true],
  ])('are told only where there is one that listens', (hooks, isTold) => {
    expect(setUp(hooks).called.isTold).toBe(isTold);
  });
});

function throwNow(): never {
  throw new Error('orders');
}
