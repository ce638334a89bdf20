import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';

import { SealedStore } from '../session/sealed/sealed-store';
import { PendingSignIn, type Pending } from '../session/sign-in/pending-sign-in';
import type { LinkPurpose } from '../session/sign-in/sign-in-purpose';
import { SEALED_STORE } from '../session/user/pinned-user';
import { AwaitedAnswers, type AwaitedBy } from '../session/window/awaited-answers';
import { linkCallbackGuard } from './link-callback-guard';

@Component({ selector: 'app-page', template: '' })
class Page {}

const routes = [
  { path: 'link/callback', canActivate: [linkCallbackGuard], component: Page },
  { path: '**', component: Page },
];
const callback = '/link/callback?code=c&state=mine';
const pending: Pending<LinkPurpose> = {
  purpose: { kind: 'link', connection: 'google' },
  state: 'mine',
  transaction: 'verifier and all',
  startedAtMs: 1_800_000_000_000,
};

/** `takenBy`: what another tab of this browser waits for that takes the answer. */
function setUp({ takenBy }: { takenBy?: AwaitedBy } = {}) {
  const tabs = { handOver: jest.fn().mockResolvedValue(takenBy) };
  const close = jest.spyOn(window, 'close').mockReturnValue(undefined);
  TestBed.configureTestingModule({
    providers: [
      provideRouter(routes),
      { provide: SEALED_STORE, useValue: new SealedStore() },
      { provide: AwaitedAnswers, useValue: tabs },
    ],
  });
  const router = TestBed.inject(Router);

  return {
    tabs,
    close,
    router,
    signIn: TestBed.inject(PendingSignIn),
    /** The browser arrives at an address, as the tenant sends it. */
    arrive: async (url = callback) => {
      window.history.replaceState(null, '', url);
      await router.navigateByUrl(url);
    },
  };
}

afterEach(() => jest.restoreAllMocks());

describe('linkCallbackGuard', () => {
  it('leads back to the wizard that was left, with its answer', async () => {
    const { router, signIn, tabs, arrive } = setUp();
    await signIn.begin(pending);
    await arrive();

    expect(router.url).toBe('/account/link/google');
    expect(signIn.take('link')).toEqual({ pending, url: `http://localhost${callback}` });
    expect(tabs.handOver).not.toHaveBeenCalled();
  });

  it('SEC-02: leads back to the settings that are to go back, and to no link', async () => {
    const { router, signIn, arrive } = setUp();
    const purpose = {
      kind: 'putBack',
      connection: 'google',
      holder: 'auth0|ada',
      owner: 'google-oauth2|115',
    } as const;
    await signIn.begin({ ...pending, purpose });
    await arrive();

    expect(router.url).toBe('/account');
    expect(signIn.take('link')).toBeUndefined();
  });

  it('REL-08: uses an answer once', async () => {
    const { router, signIn, arrive } = setUp();
    await signIn.begin(pending);
    await arrive();
    await arrive();

    expect(router.url).toBe('/link/unknown');
  });

  it.each([
    ['window', '/link/done', 1],
    ['link', '/link/opened', 0],
  ] as const)('hands the answer to the tab that waits for a %s', async (takenBy, url, closings) => {
    const { router, signIn, tabs, close, arrive } = setUp({ takenBy });
    await arrive();

    expect(router.url).toBe(url);
    expect(close).toHaveBeenCalledTimes(closings);
    expect(tabs.handOver).toHaveBeenCalledWith(`http://localhost${callback}`);
    expect(signIn.take('link')).toBeUndefined();
  });

  it.each(['code=ATTACKER&state=x', 'error=access_denied&error_description=Call+0900', ''])(
    'SEC-01: does not use what no tab has begun, and keeps nothing of its address: %s',
    async (query) => {
      const { router, signIn, close, arrive } = setUp();
      await signIn.begin(pending);
      await arrive(`/link/callback?${query}`);

      expect(router.url).toBe('/link/unknown');
      expect(close).not.toHaveBeenCalled();
      expect(signIn.take('link')).toBeUndefined();
    },
  );
});
