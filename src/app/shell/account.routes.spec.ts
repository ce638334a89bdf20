import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { of, Subject } from 'rxjs';

import type { Account } from '../identity/account';
import { ada } from '../linking/testing/ada';
import { provideLinkingNeighbours } from '../linking/testing/linking-neighbours';
import { SetAsideSaga } from '../saga/settings/set-aside-saga';
import { UnlinkSaga } from '../saga/unlink/unlink-saga';
import { Suggestions } from '../session/primary/suggestions';
import { accountRoutes } from './account.routes';

async function setUp() {
  const readings: Subject<Account>[] = [];
  const readAccount = jest.fn(() => {
    const reading = new Subject<Account>();
    readings.push(reading);

    return reading;
  });
  TestBed.configureTestingModule({
    providers: [
      provideLinkingNeighbours({
        api: { readAccount },
        secondaryAuth: { resume: () => undefined, wayOf: () => 'window' },
        tenantSession: { taken: signal(undefined) },
      }),
      provideRouter(accountRoutes),
      { provide: UnlinkSaga, useValue: {} },
      { provide: SetAsideSaga, useValue: {} },
      { provide: Suggestions, useValue: { claim: () => of([]), areDeclined: signal(true) } },
    ],
  });
  const harness = await RouterTestingHarness.create();

  return {
    readAccount,
    /** The page that an address opens, before and after its account has been read. */
    open: async (url: string) => {
      await harness.navigateByUrl(url);
      await harness.fixture.whenStable();
      const root = harness.routeNativeElement;
      const waits = root?.querySelector('app-progress-notice, app-account-skeleton') !== null;
      readings.at(-1)?.next(ada);
      readings.at(-1)?.complete();
      await harness.fixture.whenStable();

      return {
        waits,
        waitsStill: root?.querySelector('app-progress-notice, app-account-skeleton') !== null,
      };
    },
  };
}

beforeAll(() =>
  Object.defineProperty(globalThis, 'matchMedia', { value: () => ({ matches: false }) }),
);

describe('the pages of an account', () => {
  it('read the account once when they open, and show nothing of what the page before has read', async () => {
    const { readAccount, open } = await setUp();

    for (const [times, url] of ['/', '/link/google', '/'].entries()) {
      expect(await open(url)).toEqual({ waits: true, waitsStill: false });
      expect(readAccount).toHaveBeenCalledTimes(times + 1);
    }
  });
});
