import { TestBed } from '@angular/core/testing';
import { firstValueFrom, Subject } from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import type { Account } from '../../identity/account';
import { planUnlink } from '../../identity/link/unlink-plan';
import { PORTAL_HOOKS, type PortalAnswer, type PortalHooks } from '../../saga/ports/portal-hooks';
import type { UnlinkResult } from '../../saga/unlink/run-unlink';
import { UnlinkSaga } from '../../saga/unlink/unlink-saga';
import { SuggestionsStore } from '../suggestions/suggestions-store';
import { signedInAccount } from '../testing/signed-in-account';
import { UnlinkStore } from './unlink-store';

const now = Date.UTC(2027, 0, 15, 8);
const password = { provider: 'auth0', userId: 'ada', connection: 'Users', profile: {} };
const google = { provider: 'google-oauth2', userId: '115', connection: 'google', profile: {} };
const github = { provider: 'github', userId: '7', connection: 'github', profile: {} };
const ada: Account = {
  userId: 'auth0|ada',
  profile: {},
  identities: [password, google, github],
  settings: new Map(),
  hasAppMetadata: false,
};
const plan = planUnlink(ada, google);
const otherPlan = planUnlink(ada, github);

function setUp({
  allowUnlink = true,
  mustConfirm = false,
  beforeUnlink,
}: {
  readonly allowUnlink?: boolean;
  readonly mustConfirm?: boolean;
  readonly beforeUnlink?: PortalHooks['beforeUnlink'];
} = {}) {
  const [ends, found] = [new Subject<UnlinkResult>(), new Subject<UnlinkResult>()];
  const saga = { unlink: jest.fn(() => ends), findOut: jest.fn(() => found) };
  const account = signedInAccount();
  account.mustConfirm.set(mustConfirm);
  const suggestions = { decline: jest.fn() };
  TestBed.configureTestingModule({
    providers: [
      UnlinkStore,
      account.provided,
      { provide: SuggestionsStore, useValue: suggestions },
      { provide: UnlinkSaga, useValue: saga },
      { provide: LIGATURE_CONFIG, useValue: { policy: { allowUnlink } } },
      ...(beforeUnlink ? [{ provide: PORTAL_HOOKS, useValue: { beforeUnlink } }] : []),
    ],
  });

  return { store: TestBed.inject(UnlinkStore), account, suggestions, saga, ends, found };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

describe('UnlinkStore: what may be unlinked', () => {
  it.each([
    ['the account’s own method', password, true],
    ['a method of another account', { ...google, userId: '116' }, true],
    ['any method where unlinking is not allowed', google, false],
  ])('SEC-53: asks nothing about %s', (_case, identity, allowUnlink) => {
    const { store } = setUp({ allowUnlink });
    store.review(ada, identity);

    expect(store.progress()).toEqual({ phase: 'idle' });
  });

  it.each<[string, UnlinkResult | undefined]>([
    ['sending', undefined],
    ['unknown', { kind: 'unknown', code: 'unreachable' }],
  ])('asks about no other method while an unlink is %s', (phase, ended) => {
    const { store, ends } = setUp();
    store.unlink(plan);
    if (ended) ends.next(ended);
    store.review(ada, github);

    expect(store.progress()).toMatchObject({ phase, plan });
  });

  it.each<[string, UnlinkResult | undefined]>([
    ['sending', undefined],
    ['unknown', { kind: 'unknown', code: 'unreachable' }],
  ])('does not let go of an unlink that is %s', (phase, ended) => {
    const { store, ends } = setUp();
    store.unlink(plan);
    if (ended) ends.next(ended);
    store.dismiss();

    expect(store.progress()).toMatchObject({ phase, plan });
  });

  it('asks about another method once an unlink has failed', () => {
    const { store, ends } = setUp();
    store.unlink(plan);
    ends.next({ kind: 'notDone', code: 'busy' });
    store.review(ada, github);

    expect(store.progress()).toEqual({ phase: 'reviewing', plan: otherPlan });
  });
});

describe('UnlinkStore: an unlink', () => {
  it.each([true, false])('tells the page whether unlinking is allowed: %s', (allowUnlink) => {
    expect(setUp({ allowUnlink }).store.allowUnlink).toBe(allowUnlink);
  });

  it('asks before it does anything, and lets go', () => {
    const { store, saga } = setUp();
    store.review(ada, google);
    expect(store.progress()).toEqual({ phase: 'reviewing', plan });
    store.dismiss();

    expect(store.progress()).toEqual({ phase: 'idle' });
    expect(saga.unlink).not.toHaveBeenCalled();
  });

  it('sends once, however often it is confirmed', () => {
    const { store, saga } = setUp();
    store.unlink(plan);
    store.unlink(otherPlan);

    expect(saga.unlink.mock.calls).toEqual([[plan]]);
    expect(store.progress()).toEqual({ phase: 'sending', plan });
  });

  it('is done, and the account is read again', () => {
    const { store, account, suggestions, ends } = setUp();
    store.unlink(plan);
    ends.next({ kind: 'done' });

    expect(store.progress()).toEqual({ phase: 'done', plan });
    expect(suggestions.decline).toHaveBeenCalledTimes(1);
    expect(account.readAccount).toHaveBeenCalledTimes(1);
  });

  it('fails with the reason when it is known not to have happened', () => {
    const { store, ends } = setUp();
    store.unlink(plan);
    ends.next({ kind: 'notDone', code: 'forbidden' });

    expect(store.progress()).toEqual({ phase: 'failed', plan, code: 'forbidden' });
  });

  it('shows the unfinished link that stands in the way', () => {
    const { store, account, ends } = setUp();
    store.unlink(plan);
    ends.next({ kind: 'notDone', code: 'unfinished-link' });

    expect(store.progress()).toEqual({ phase: 'failed', plan, code: 'unfinished-link' });
    expect(account.readAccount).toHaveBeenCalledTimes(1);
  });

  it.each<[UnlinkResult, object]>([
    [{ kind: 'done' }, { phase: 'done' }],
    [
      { kind: 'notDone', code: 'unreachable' },
      { phase: 'failed', code: 'unreachable' },
    ],
    [
      { kind: 'unknown', code: 'unreachable' },
      { phase: 'unknown', checkedAtMs: now + 5000 },
    ],
  ])('can be found out when nobody knows what became of it: %j', (result, expected) => {
    const { store, ends, found, saga } = setUp();
    store.unlink(plan);
    ends.next({ kind: 'unknown', code: 'unreachable' });
    expect(store.progress()).toMatchObject({ phase: 'unknown', checkedAtMs: now });
    store.findOut({ plan, code: 'unreachable' });
    jest.advanceTimersByTime(5000);
    found.next(result);

    expect(saga.findOut).toHaveBeenCalledWith(plan, 'unreachable');
    expect(store.progress()).toMatchObject(expected);
    expect(saga.unlink).toHaveBeenCalledTimes(1);
  });
});

describe('UnlinkStore: an unlink long after the sign-in', () => {
  const longAgo = { mustConfirm: true };

  it('has the person confirm that it is them, but not before they want anything', () => {
    const { store } = setUp(longAgo);
    expect(store.phase()).toBe('idle');
    store.review(ada, google);

    expect(store.phase()).toBe('confirmingPrimary');
  });

  it('asks at once right after the sign-in', () => {
    const { store } = setUp();
    store.review(ada, google);

    expect(store.phase()).toBe('reviewing');
  });

  it('has the clock looked at when it is asked for, and once more before it is sent', () => {
    const { store, account, saga } = setUp();
    store.review(ada, google);
    expect(account.judge).toHaveBeenCalledTimes(1);
    account.judge.mockImplementation(() => account.mustConfirm.set(true));
    store.unlink(plan);

    expect(store.phase()).toBe('confirmingPrimary');
    expect(saga.unlink).not.toHaveBeenCalled();
  });

  it('lets go of the question and of the window together', () => {
    const { store, account } = setUp(longAgo);
    store.review(ada, google);
    store.dismiss();

    expect(store.phase()).toBe('idle');
    expect(account.stopConfirming).toHaveBeenCalledTimes(1);
  });
});

describe('UnlinkStore: in a portal', () => {
  it('sends nothing before the portal lets it', async () => {
    const answer = new Subject<PortalAnswer>();
    const { store, saga } = setUp({ beforeUnlink: () => firstValueFrom(answer) });
    store.unlink(plan);
    expect(store.progress()).toMatchObject({ phase: 'sending' });
    expect(saga.unlink).not.toHaveBeenCalled();
    answer.next({ kind: 'go' });
    await jest.advanceTimersByTimeAsync(0);

    expect(saga.unlink).toHaveBeenCalledWith(plan);
  });

  it.each<[string, PortalAnswer, object]>([
    [
      'refuses',
      { kind: 'refused', sentence: 'Not now.' },
      { code: 'portal-refused', sentence: 'Not now.' },
    ],
    ['fails', { kind: 'failed', code: 'portal-failed' }, { code: 'portal-failed' }],
  ])('says that the portal %s, and has unlinked nothing', async (_what, answer, why) => {
    const { store, saga } = setUp({ beforeUnlink: () => Promise.resolve(answer) });
    store.unlink(plan);
    await jest.advanceTimersByTimeAsync(0);

    expect(store.progress()).toEqual({ phase: 'failed', plan, ...why });
    expect(saga.unlink).not.toHaveBeenCalled();
  });
});
