import { TestBed } from '@angular/core/testing';
import { webcrypto } from 'node:crypto';

import { SealedStore } from '../sealed/sealed-store';
import { SEALED_STORE } from '../user/pinned-user';
import { PendingSignIn, type Pending } from './pending-sign-in';
import type { SignInPurpose } from './sign-in-purpose';

const mockKeys = new Map<string, unknown>();
let mockIndexedDbWorks = true;

jest.mock('idb-keyval', () => ({
  get: (name: string) =>
    mockIndexedDbWorks ? Promise.resolve(mockKeys.get(name)) : Promise.reject(new Error('refused')),
  update: (name: string, change: (stored: unknown) => unknown) => {
    if (!mockIndexedDbWorks) return Promise.reject(new Error('refused'));
    mockKeys.set(name, change(mockKeys.get(name)));

    return Promise.resolve();
  },
}));

const toLink: SignInPurpose = { kind: 'link', connection: 'google' };
const toPutBack: SignInPurpose = {
  kind: 'putBack',
  connection: 'google',
  holder: 'auth0|ada',
  owner: 'google-oauth2|115',
};
const pending: Pending = {
  purpose: toLink,
  state: 'sent',
  transaction: '{"code_verifier":"secret-verifier"}',
  startedAtMs: Date.now(),
};
const answer = 'https://portal.example/link/callback?code=secret&state=sent';

/** A page of this tab: what was in memory before is gone. */
function setUp({ indexedDb = true }: { indexedDb?: boolean } = {}): PendingSignIn {
  mockIndexedDbWorks = indexedDb;
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [{ provide: SEALED_STORE, useValue: new SealedStore() }],
  });

  return TestBed.inject(PendingSignIn);
}

beforeAll(() => Object.defineProperty(globalThis, 'crypto', { value: webcrypto }));
beforeEach(() => {
  sessionStorage.clear();
  mockKeys.clear();
});

describe('PendingSignIn', () => {
  it('knows the answer to the sign-in for which this tab has left the page', async () => {
    await setUp().begin(pending);
    const back = setUp();

    await expect(back.isAnsweredBy(answer)).resolves.toBe(true);
    await expect(back.acceptReturn(answer)).resolves.toEqual(toLink);
    expect(back.take('link')).toEqual({ pending, url: answer });
  });

  it('SEC-01: takes no answer in a tab that has begun nothing', async () => {
    const signIn = setUp();

    await expect(signIn.isAnsweredBy(answer)).resolves.toBe(false);
    await expect(signIn.acceptReturn(answer)).resolves.toBeUndefined();
    expect(signIn.take('link')).toBeUndefined();
  });

  it.each([
    ['another state', 'code=ATTACKER&state=x'],
    ['no state', 'code=ATTACKER'],
    ['an empty state', 'code=ATTACKER&state='],
    ['a state that begins alike', 'code=ATTACKER&state=sent2'],
    ['the state behind another', 'code=ATTACKER&state=x&state=sent'],
    ['the state in the fragment', 'code=ATTACKER#state=sent'],
  ])('SEC-03: takes no answer with %s, and goes on waiting for the right one', async (_case, q) => {
    const signIn = setUp();
    await signIn.begin(pending);

    await expect(signIn.acceptReturn(`https://portal.example/link/callback?${q}`)).resolves.toBe(
      undefined,
    );
    expect(signIn.take('link')).toBeUndefined();
    await expect(signIn.acceptReturn(answer)).resolves.toEqual(toLink);
  });

  it('REL-08: takes an answer once, in this page and after a reload', async () => {
    const signIn = setUp();
    await signIn.begin(pending);
    await signIn.acceptReturn(answer);
    signIn.take('link');

    expect(signIn.take('link')).toBeUndefined();
    await expect(signIn.acceptReturn(answer)).resolves.toBeUndefined();
    await expect(setUp().acceptReturn(answer)).resolves.toBeUndefined();
  });

  it('asking whether it is answered uses nothing up', async () => {
    const signIn = setUp();
    await signIn.begin(pending);
    await signIn.isAnsweredBy(answer);

    await expect(signIn.acceptReturn(answer)).resolves.toEqual(toLink);
  });

  it.each([
    [toLink, 'link', 'putBack'],
    [toPutBack, 'putBack', 'link'],
  ] as const)(
    'SEC-02: is used for nothing else than it was begun for: %j',
    async (purpose, its, other) => {
      const signIn = setUp();
      await signIn.begin({ ...pending, purpose });
      await expect(signIn.acceptReturn(answer)).resolves.toEqual(purpose);
      expect(signIn.take(other)).toBeUndefined();
      expect(signIn.take(its)).toBeUndefined();

      await signIn.begin({ ...pending, purpose });
      await signIn.acceptReturn(answer);
      expect(signIn.take(its)?.pending.purpose).toEqual(purpose);
    },
  );

  it('waits for the latest sign-in alone', async () => {
    const signIn = setUp();
    await signIn.begin(pending);
    await signIn.begin({ ...pending, purpose: toPutBack, state: 'later' });

    await expect(signIn.acceptReturn(answer)).resolves.toBeUndefined();
    await expect(signIn.acceptReturn(answer.replace('sent', 'later'))).resolves.toEqual(toPutBack);
  });

  it('waits for an hour, and then for nothing', async () => {
    const anHour = 3_600_000;
    const soon = setUp();
    await soon.begin({ ...pending, startedAtMs: Date.now() - anHour + 60_000 });
    await expect(soon.acceptReturn(answer)).resolves.toEqual(toLink);

    const late = setUp();
    await late.begin({ ...pending, startedAtMs: Date.now() - anHour - 1 });
    await expect(late.isAnsweredBy(answer)).resolves.toBe(true);
    await expect(late.acceptReturn(answer)).resolves.toBeUndefined();
    expect(late.take('link')).toBeUndefined();
    await expect(late.isAnsweredBy(answer)).resolves.toBe(false);
  });

  it('leaves nothing of the sign-in readable at rest', async () => {
    await setUp().begin(pending);

    expect(JSON.stringify(Object.entries(sessionStorage))).not.toMatch(
      /google|link|sent"|verifier/,
    );
  });

  it('REL-09: can leave only where what is kept is there on return', async () => {
    await expect(setUp().canLeave()).resolves.toBe(true);
    await expect(setUp({ indexedDb: false }).canLeave()).resolves.toBe(false);
  });
});
