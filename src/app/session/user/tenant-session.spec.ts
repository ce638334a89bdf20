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
      const before = reloaded.taken();
      await reloaded.settle((subject) => subject === held);

      return { before, then: reloaded.taken() };
    },
  };
}

describe('TenantSession', () => {
  it('is the first person’s in the beginning', async () => {
    expect((await setUp()).session.taken()).toBeUndefined();
  });

  it('is taken when somebody else signs in, and still is after a reload', async () => {
    const { session, afterReload } = await setUp();
    await session.signedInAs('google-oauth2|115');

    expect(session.taken()).toBe('surely');
    expect(await afterReload()).toEqual({ before: undefined, then: 'surely' });
  });

  it('is with an account that the person was asked to sign in to, and still is after a reload', async () => {
    const { session, afterReload } = await setUp();
    await session.signedInAs('google-oauth2|115');
    await session.wasAskedFor('google-oauth2|115', 'google');

    expect([session.taken(), session.askedWith()]).toEqual(['asked', 'google']);
    expect(await afterReload()).toEqual({ before: undefined, then: 'asked' });
  });

  it('is not what was asked for where somebody else has it, or where it was given back', async () => {
    const { session } = await setUp();
    await session.wasAskedFor('google-oauth2|115', 'google');
    expect(session.taken()).toBeUndefined();
    await session.signedInAs('google-oauth2|7');
    await session.wasAskedFor('google-oauth2|115', 'google');

    expect([session.taken(), session.askedWith()]).toEqual(['surely', undefined]);
    await session.secondSignInBegins();
    await session.wasAskedFor('google-oauth2|7', 'google');
    expect(session.taken()).toBe('perhaps');
  });

  it('may be taken as soon as a second sign-in begins, whatever becomes of it', async () => {
    const { session, afterReload } = await setUp();
    await session.secondSignInBegins();

    expect(session.taken()).toBe('perhaps');
    expect(await afterReload()).toEqual({ before: undefined, then: 'perhaps' });
  });

  it('is the first person’s after all when the second sign-in turns out to be theirs', async () => {
    const { session, afterReload } = await setUp();
    await session.secondSignInBegins();
    await session.signedInAs('auth0|ada');

    expect(session.taken()).toBeUndefined();
    expect(await afterReload()).toEqual({ before: undefined, then: undefined });
  });

  it('stays the first person’s when they sign in once more', async () => {
    const { session, afterReload } = await setUp();
    await session.signedInAs('auth0|ada');

    expect(session.taken()).toBeUndefined();
    expect(await afterReload()).toEqual({ before: undefined, then: undefined });
  });

  it.each([
    ['has joined', 'google-oauth2|115', undefined],
    ['is another’s', 'google-oauth2|7', 'surely'],
  ])('belongs to an account that %s, whoever has seen it absorbed', async (_case, held, taken) => {
    const { session, afterReload } = await setUp();
    await session.signedInAs('google-oauth2|115');
    await session.settle((subject) => subject === held);

    expect(session.taken()).toBe(taken);
    expect(await afterReload(held)).toEqual({ before: undefined, then: taken });
  });

  it('is given back', async () => {
    const { session, afterReload } = await setUp();
    await session.signedInAs('google-oauth2|115');
    session.givenBack();

    expect(session.taken()).toBeUndefined();
    expect(await afterReload()).toEqual({ before: undefined, then: undefined });
  });

  it('is taken by anybody in a tab that is nobody’s', async () => {
    const { session } = await setUp({ pinned: false });
    await session.signedInAs('auth0|ada');

    expect(session.taken()).toBe('surely');
  });
});
