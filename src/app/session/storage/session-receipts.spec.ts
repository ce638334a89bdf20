import { webcrypto } from 'node:crypto';
import { TestBed } from '@angular/core/testing';

import type { LinkReceipt } from '../../identity/link/receipt';
import { SealedStore } from '../sealed/sealed-store';
import { SEALED_STORE } from '../user/pinned-user';
import { SessionReceipts } from './session-receipts';

const user = { userId: 'auth0|ada', label: 'Ada', provider: 'auth0', connection: 'Users' };
const receipt = (at: string): LinkReceipt => ({
  what: 'link',
  at,
  kept: user,
  joined: { ...user, userId: 'google-oauth2|115' },
  signInMethods: ['auth0|ada', 'google-oauth2|115'],
  settings: { moved: { theme: 'dark' }, setAside: {}, lost: [] },
});
const [first, second] = [receipt('2027-01-15T08:00:00Z'), receipt('2027-01-15T09:00:00Z')];

/** A store whose reads take a while, as they do when there is something to decrypt. */
class SlowStore extends SealedStore {
  override async get(name: string): Promise<unknown> {
    const found = await super.get(name);
    await new Promise((resolve) => setTimeout(resolve, 5));

    return found;
  }
}

/** A page of one tab; the store is what is left of the page before. */
function setUp(store: SealedStore = new SlowStore()): {
  receipts: SessionReceipts;
  store: SealedStore;
} {
  Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [{ provide: SEALED_STORE, useValue: store }] });

  return { receipts: TestBed.inject(SessionReceipts), store };
}

const read = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 20));

describe('SessionReceipts', () => {
  it('has none at first', async () => {
    const { receipts } = setUp();
    await read();

    expect(receipts.all()).toEqual([]);
  });

  it('keeps receipts over a reload, the newest first', async () => {
    const { receipts, store } = setUp();
    await receipts.add(first);
    await receipts.add(second);
    expect(receipts.all()).toEqual([second, first]);

    const { receipts: reloaded } = setUp(store);
    await read();
    expect(reloaded.all()).toEqual([second, first]);
  });

  it('loses none when one is added before the others have been read', async () => {
    const { receipts, store } = setUp();
    await receipts.add(first);

    const { receipts: reloaded } = setUp(store);
    await reloaded.add(second);
    expect(reloaded.all()).toEqual([second, first]);

    const { receipts: reloadedAgain } = setUp(store);
    await read();
    expect(reloadedAgain.all()).toEqual([second, first]);
  });

  it('shows a receipt once after the page was left', async () => {
    const { receipts, store } = setUp();
    await receipts.showLater(first);

    const { receipts: reloaded } = setUp(store);
    await expect(reloaded.toShow()).resolves.toEqual(first);
    await expect(reloaded.toShow()).resolves.toBeUndefined();
  });
});
