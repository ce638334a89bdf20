import { TestBed } from '@angular/core/testing';

import { OtherTabs } from './other-tabs';
import { PinnedPerson, SEALED_STORE } from './pinned-person';
import { PrimarySession } from './primary-session';
import { SealedStore } from './sealed-store';

jest.mock('idb-keyval', () => ({ get: jest.fn(), update: jest.fn() }));

/** A page of a tab whose person is still there or has signed out since, as the browser shows it again. */
async function setUp({ isSignedIn = false } = {}) {
  // jsdom goes nowhere, and says so.
  const left = jest.spyOn(console, 'error').mockImplementation();
  window.history.replaceState(null, '', '/account');
  const store = new SealedStore();
  if (isSignedIn) await new PinnedPerson(store).pin({ subject: 'auth0|ada', name: 'Ada' });
  TestBed.configureTestingModule({
    providers: [
      { provide: SEALED_STORE, useValue: store },
      { provide: OtherTabs, useValue: { whenSignedOut: jest.fn() } },
    ],
  });
  TestBed.inject(PrimarySession);

  return {
    left,
    show: ({ persisted }: { persisted: boolean }) =>
      window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted })),
  };
}

beforeEach(() => {
  sessionStorage.clear();
});
afterEach(() => jest.restoreAllMocks());

// In this order, because a page listens as long as it lives, and the pages before are still there.
describe('PrimarySession: a page that the browser has kept alive', () => {
  it('stays while the person is signed in', async () => {
    const { show, left } = await setUp({ isSignedIn: true });
    show({ persisted: true });

    expect(left).not.toHaveBeenCalled();
  });

  it('stays when it has only just been loaded', async () => {
    const { show, left } = await setUp();
    show({ persisted: false });

    expect(left).not.toHaveBeenCalled();
  });

  it('REL-34: is left when the person has signed out since', async () => {
    const { show, left } = await setUp();
    show({ persisted: true });

    expect(left.mock.calls.map(String)).toContainEqual(expect.stringContaining('navigation'));
  });
});
