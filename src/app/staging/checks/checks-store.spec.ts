import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { NEVER, of, Subject } from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { PrimarySession } from '../../session/primary/primary-session';
import { LeavingError } from '../../session/sign-in/leaving-error';
import { contextWith, goodConfig } from '../testing/good-context';
import { ChecksStore } from './checks-store';
import type { CheckContext } from './rules/check';
import { cannotBeSeen, ok, type Verdict } from './rules/verdict';
import { CheckContexts } from './store/check-contexts';
import { DrySignIn } from './store/dry-sign-in';

function setUp(changes: Partial<CheckContext> = {}) {
  const contexts = { create: jest.fn(() => contextWith(changes)) };
  const dry = { run: jest.fn(() => NEVER) };
  const signIn = jest.fn<Promise<void>, [string]>(() => new Promise(() => undefined));
  TestBed.configureTestingModule({
    providers: [
      ChecksStore,
      { provide: LIGATURE_CONFIG, useValue: goodConfig },
      { provide: CheckContexts, useValue: contexts },
      { provide: DrySignIn, useValue: dry },
      {
        provide: PrimarySession,
        useValue: {
          settled: of({ status: 'signedOut' }),
          state: signal({ status: 'signedOut' }),
          signIn,
        },
      },
    ],
  });
  const store = TestBed.inject(ChecksStore);

  return {
    store,
    contexts,
    dry,
    signIn,
    check: (id: string) => store.checks.find((one) => one.id === id),
  };
}

/** Everything that is under way has ended. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('ChecksStore', () => {
  it('runs every check, and counts how they end', async () => {
    const { store } = setUp();
    expect(store.counts().done).toBe(0);
    store.runOnce();
    await settled();

    expect(store.counts().done).toBe(store.checks.length);
    expect(store.counts().byStatus).toMatchObject({ failure: 0, warning: 0 });
  });

  it('runs by itself only once', async () => {
    const { store, contexts } = setUp();
    store.runOnce();
    await settled();
    store.runOnce();

    expect(contexts.create).toHaveBeenCalledTimes(1);
  });

  it('opens no window but for the one check that somebody has asked for', async () => {
    const { store, contexts, check } = setUp();
    const popups = check('popups');
    store.runAll();
    await settled();
    if (popups) store.runAgain(popups);

    expect(contexts.create.mock.calls).toEqual([[{ isClick: false }], [{ isClick: true }]]);
  });

  it('runs what has waited for a setting as soon as that is right, and nothing else', async () => {
    const tenant = { silent: 'silent' as 'silent' | 'answered' };
    const { store, check } = setUp({
      silent: () =>
        Promise.resolve(
          tenant.silent === 'silent'
            ? { kind: 'silent' }
            : { kind: 'answered', error: 'login_required', description: '' },
        ),
      authorizeRedirects: () =>
        Promise.resolve(tenant.silent === 'silent' ? 'stayed' : 'redirected'),
    });
    store.runAll();
    await settled();
    expect(store.verdict()).toMatchObject({ kind: 'broken', problems: 2 });
    tenant.silent = 'answered';
    const callback = check('callback');
    if (callback === undefined) throw new Error('no such check');
    store.fixingBegan(callback);
    store.cameBack();
    await settled();

    expect(store.progress()['connection-google-oauth2']).toMatchObject({
      verdict: { status: 'ok' },
    });
    // Nobody has said that this one was set right.
    expect(store.progress()['callback-link']).toMatchObject({ verdict: { status: 'failure' } });
    expect(store.verdict()).toEqual({ kind: 'broken', problems: 1, signIn: 0, blocked: 1 });
  });

  it('says of a check that breaks that it could not be carried out, and goes on', async () => {
    const { store } = setUp({ discovery: () => Promise.reject(new Error('no')) });
    store.runAll();
    await settled();

    expect(store.counts().done).toBe(store.checks.length);
    expect(store.counts().byStatus.cannotBeSeen).toBeGreaterThan(1);
  });

  it.each<[unknown, string]>([
    [new LeavingError('code-missing'), 'code-missing'],
    [new LeavingError('offline'), 'offline'],
    [new Error('whatever else'), 'not-begun'],
  ])(
    'says what kept the page from being left to sign in, until it is tried again: %s',
    async (cause, code) => {
      const { store, signIn } = setUp();
      signIn.mockRejectedValueOnce(cause);
      store.signIn();
      await settled();
      expect(store.blocker()).toBe(code);
      store.signIn();

      expect(store.blocker()).toBeUndefined();
      expect(signIn.mock.calls).toEqual([['/staging/checks'], ['/staging/checks']]);
    },
  );

  it('opens one window at a time for dry sign-ins, and shows what came back', () => {
    const { store, dry, check } = setUp();
    dry.run.mockReturnValueOnce(of(ok('back')) as never).mockReturnValueOnce(NEVER);
    const google = check('connection-google-oauth2');
    if (google === undefined) throw new Error('no such check');
    store.signInDry(google);
    expect(store.progress()[google.id]).toEqual({ status: 'done', verdict: ok('back') });
    expect(store.signingIn()).toBeUndefined();
    store.signInDry(google);
    store.signInDry(google);

    expect(store.signingIn()).toBe('google-oauth2');
    expect(dry.run).toHaveBeenCalledTimes(2);
  });

  it('goes on waiting for a window that is out of sight, or opens another in its place', () => {
    const { store, dry, check } = setUp();
    const windows = [new Subject<Verdict | undefined>(), new Subject<Verdict>()] as const;
    dry.run.mockReturnValueOnce(windows[0] as never).mockReturnValueOnce(windows[1] as never);
    const google = check('connection-google-oauth2');
    if (google === undefined) throw new Error('no such check');
    store.signInDry(google);
    windows[0].next(cannotBeSeen('out of sight'));
    expect(store.signingIn()).toBeUndefined();
    windows[0].next(undefined);
    expect(store.signingIn()).toBe('google-oauth2');
    expect(store.progress()[google.id]).toEqual({ status: 'running' });
    windows[0].next(ok('back'));
    expect(store.progress()[google.id]).toEqual({ status: 'done', verdict: ok('back') });
    store.signInDry(google);

    expect(windows.map(({ observed }) => observed)).toEqual([false, true]);
    expect(store.signingIn()).toBe('google-oauth2');
  });
});
