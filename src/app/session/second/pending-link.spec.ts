import { TestBed } from '@angular/core/testing';
import { webcrypto } from 'node:crypto';

import { PendingLink, type Pending } from './pending-link';
import { SEALED_STORE } from '../primary/pinned-person';
import { SealedStore } from '../sealed/sealed-store';

const mockKeys = new Map<string, unknown>();
let mockIndexedDbWorks = true;

jest.mock('idb-keyval', () => ({
  get: (name: string) => Promise.resolve(mockKeys.get(name)),
  update: (name: string, change: (stored: unknown) => unknown) => {
    if (!mockIndexedDbWorks) return Promise.reject(new Error('refused'));
    mockKeys.set(name, change(mockKeys.get(name)));

    return Promise.resolve();
  },
}));

const pending: Pending = { connection: 'google', state: 'sent', startedAt: Date.now() };
const answer = 'https://portal.example/link/callback?code=secret&state=sent';

/** A page of this tab: what was in memory before is gone. */
function setUp({ indexedDb = true }: { indexedDb?: boolean } = {}): PendingLink {
  mockIndexedDbWorks = indexedDb;
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [{ provide: SEALED_STORE, useValue: new SealedStore() }],
  });

  return TestBed.inject(PendingLink);
}

beforeAll(() => Object.defineProperty(globalThis, 'crypto', { value: webcrypto }));
beforeEach(() => {
  sessionStorage.clear();
  mockKeys.clear();
});

describe('PendingLink', () => {
  it('knows the answer to the sign-in for which this tab has left the page', async () => {
    await setUp().begin(pending);
    const back = setUp();

    await expect(back.isAnsweredBy(answer)).resolves.toBe(true);
    await expect(back.acceptReturn(answer)).resolves.toBe('google');
    expect(back.take('google')).toEqual({ pending, url: answer });
  });

  it('SEC-01: takes no answer in a tab that has begun nothing', async () => {
    const link = setUp();

    await expect(link.isAnsweredBy(answer)).resolves.toBe(false);
    await expect(link.acceptReturn(answer)).resolves.toBeUndefined();
    expect(link.take('google')).toBeUndefined();
  });

  it.each([
    ['another state', 'code=ATTACKER&state=x'],
    ['no state', 'code=ATTACKER'],
    ['an empty state', 'code=ATTACKER&state='],
    ['a state that begins alike', 'code=ATTACKER&state=sent2'],
    ['the state behind another', 'code=ATTACKER&state=x&state=sent'],
    ['the state in the fragment', 'code=ATTACKER#state=sent'],
  ])('SEC-03: takes no answer with %s, and goes on waiting for the right one', async (_case, q) => {
    const link = setUp();
    await link.begin(pending);

    await expect(link.acceptReturn(`https://portal.example/link/callback?${q}`)).resolves.toBe(
      undefined,
    );
    expect(link.take('google')).toBeUndefined();
    await expect(link.acceptReturn(answer)).resolves.toBe('google');
  });

  it('REL-08: takes an answer once, in this page and after a reload', async () => {
    const link = setUp();
    await link.begin(pending);
    await link.acceptReturn(answer);
    link.take('google');

    expect(link.take('google')).toBeUndefined();
    await expect(link.acceptReturn(answer)).resolves.toBeUndefined();
    await expect(setUp().acceptReturn(answer)).resolves.toBeUndefined();
  });

  it('asking whether it is answered uses nothing up', async () => {
    const link = setUp();
    await link.begin(pending);
    await link.isAnsweredBy(answer);

    await expect(link.acceptReturn(answer)).resolves.toBe('google');
  });

  it('gives an answer to no other wizard than the one that was left', async () => {
    const link = setUp();
    await link.begin(pending);
    await link.acceptReturn(answer);

    expect(link.take('github')).toBeUndefined();
    expect(link.take('google')).toBeUndefined();
  });

  it('waits for the latest sign-in alone', async () => {
    const link = setUp();
    await link.begin(pending);
    await link.begin({ ...pending, connection: 'github', state: 'later' });

    await expect(link.acceptReturn(answer)).resolves.toBeUndefined();
    await expect(link.acceptReturn(answer.replace('sent', 'later'))).resolves.toBe('github');
  });

  it('waits for an hour, and then for nothing', async () => {
    const anHour = 3_600_000;
    const soon = setUp();
    await soon.begin({ ...pending, startedAt: Date.now() - anHour + 60_000 });
    await expect(soon.acceptReturn(answer)).resolves.toBe('google');

    const late = setUp();
    await late.begin({ ...pending, startedAt: Date.now() - anHour - 1 });
    await expect(late.isAnsweredBy(answer)).resolves.toBe(true);
    await expect(late.acceptReturn(answer)).resolves.toBeUndefined();
    expect(late.take('google')).toBeUndefined();
    await expect(late.isAnsweredBy(answer)).resolves.toBe(false);
  });

  it('leaves nothing of the sign-in readable at rest', async () => {
    await setUp().begin(pending);

    expect(JSON.stringify(Object.entries(sessionStorage))).not.toMatch(/google|sent"/);
  });

  it('REL-09: can leave only where what is kept is there on return', async () => {
    await expect(setUp().canLeave()).resolves.toBe(true);
    await expect(setUp({ indexedDb: false }).canLeave()).resolves.toBe(false);
  });
});
