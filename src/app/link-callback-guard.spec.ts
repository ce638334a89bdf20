import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';

import { linkCallbackGuard } from './link-callback-guard';
import { MagicLinkTabs } from './session/message/magic-link-tabs';
import { PendingLink } from './session/second/pending-link';
import { SEALED_STORE } from './session/primary/pinned-person';
import { SealedStore } from './session/sealed/sealed-store';

@Component({ selector: 'app-page', template: '' })
class Page {}

const routes = [
  { path: 'link/callback', canActivate: [linkCallbackGuard], component: Page },
  { path: '**', component: Page },
];
const callback = '/link/callback?code=c&state=mine';
const pending = { connection: 'google', state: 'mine', startedAt: 1_800_000_000_000 };

/** `isTaken`: whether another tab of this browser waits for the answer. */
function setUp({ isTaken = false }: { isTaken?: boolean } = {}) {
  const tabs = { handOver: jest.fn().mockResolvedValue(isTaken) };
  TestBed.configureTestingModule({
    providers: [
      provideRouter(routes),
      { provide: SEALED_STORE, useValue: new SealedStore() },
      { provide: MagicLinkTabs, useValue: tabs },
    ],
  });
  const router = TestBed.inject(Router);

  return {
    tabs,
    router,
    link: TestBed.inject(PendingLink),
    /** The browser arrives at an address, as the tenant sends it. */
    arrive: async (url = callback) => {
      window.history.replaceState(null, '', url);
      await router.navigateByUrl(url);
    },
  };
}

describe('linkCallbackGuard', () => {
  it('leads back to the wizard that was left, with its answer', async () => {
    const { router, link, tabs, arrive } = setUp();
    await link.begin(pending);
    await arrive();

    expect(router.url).toBe('/account/link/google');
    expect(link.take('google')).toEqual({ pending, url: `http://localhost${callback}` });
    expect(tabs.handOver).not.toHaveBeenCalled();
  });

  it('REL-08: uses an answer once', async () => {
    const { router, link, arrive } = setUp();
    await link.begin(pending);
    await arrive();
    await arrive();

    expect(router.url).toBe('/link/unknown');
  });

  it('hands the answer to the tab that had the link sent', async () => {
    const { router, link, tabs, arrive } = setUp({ isTaken: true });
    await arrive();

    expect(router.url).toBe('/link/opened');
    expect(tabs.handOver).toHaveBeenCalledWith(`http://localhost${callback}`);
    expect(link.take('google')).toBeUndefined();
  });

  it.each(['code=ATTACKER&state=x', 'error=access_denied&error_description=Call+0900', ''])(
    'SEC-01: does not use what no tab has begun, and keeps nothing of its address: %s',
    async (query) => {
      const { router, link, arrive } = setUp();
      await link.begin(pending);
      await arrive(`/link/callback?${query}`);

      expect(router.url).toBe('/link/unknown');
      expect(link.take('google')).toBeUndefined();
    },
  );
});
