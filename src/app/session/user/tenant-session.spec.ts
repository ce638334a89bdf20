import { TestBed } from '@angular/core/testing';

import { SealedStore } from '../sealed/sealed-store';
import { PinnedUser, SEALED_STORE } from './pinned-user';
import { TenantSession } from './tenant-session';

jest.mock('idb-keyval', () => ({ get: jest.fn(), update: jest.fn() }));

async function setUp({ pinned = true }: { pinned?: boolean } = {}) {
  const store = new SealedStore();
  if (pinned) await new PinnedUser(store).pin({ subject: 'auth0|ada', name: 'Ada' });
  TestBed.configureTestingModule({ providers: [{ provide: SEALED_STORE, useValue: store }] });

  return {
    session: TestBed.inject(TenantSession),
    /** What a new page of the same tab would find, before it knows the account and then. */
    afterReload: async (held = 'github|7') => {
      const reloaded = TestBed.runInInjectionContext(() => new TenantSession());
      const before = reloaded.isTaken();
      await reloaded.settle((subject) => subject === held);

      return { before, then: reloaded.isTaken() };
    },
  };
}

describe('TenantSession', () => {
  it('is the first person’s in the beginning', async () => {
    expect((await setUp()).session.isTaken()).toBe(false);
  });

  it('is taken when somebody else signs in, and still is after a reload', async () => {
    const { session, afterReload } = await setUp();
    await session.signedInAs('google-oauth2|115');

    expect(session.isTaken()).toBe(true);
    expect(await afterReload()).toEqual({ before: false, then: true });
  });

  it('may be taken as soon as a second sign-in begins, whatever becomes of it', async () => {
    const { session, afterReload } = await setUp();
    await session.secondSignInBegins();

    expect(session.isTaken()).toBe(true);
    expect(await afterReload()).toEqual({ before: false, then: true });
  });

  it('is the first person’s after all when the second sign-in turns out to be theirs', async () => {
    const { session, afterReload } = await setUp();
    await session.secondSignInBegins();
    await session.signedInAs('auth0|ada');

    expect(session.isTaken()).toBe(false);
    expect(await afterReload()).toEqual({ before: false, then: false });
  });

  it('stays the first person’s when they sign in once more', async () => {
    const { session, afterReload } = await setUp();
    await session.signedInAs('auth0|ada');

    expect(session.isTaken()).toBe(false);
    expect(await afterReload()).toEqual({ before: false, then: false });
  });

  it.each([
    ['has joined', 'google-oauth2|115', false],
    ['is another’s', 'google-oauth2|7', true],
  ])(
    'belongs to an account that %s, whoever has seen it absorbed',
    async (_case, held, isTaken) => {
      const { session, afterReload } = await setUp();
      await session.signedInAs('google-oauth2|115');
      await session.settle((subject) => subject === held);

      expect(session.isTaken()).toBe(isTaken);
      expect(await afterReload(held)).toEqual({ before: false, then: isTaken });
    },
  );

  it('is given back', async () => {
    const { session, afterReload } = await setUp();
    await session.signedInAs('google-oauth2|115');
    session.givenBack();

    expect(session.isTaken()).toBe(false);
    expect(await afterReload()).toEqual({ before: false, then: false });
  });

  it('is taken by anybody in a tab that is nobody’s', async () => {
    const { session } = await setUp({ pinned: false });
    await session.signedInAs('auth0|ada');

    expect(session.isTaken()).toBe(true);
  });
});
