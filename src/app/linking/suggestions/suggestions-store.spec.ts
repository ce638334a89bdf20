import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { accountWith } from '../../identity/testing/accounts';
import { Suggestions } from '../../session/primary/suggestions';
import { ada, google } from '../testing/ada';
import { signedInAccount } from '../testing/signed-in-account';
import { SuggestionsStore } from './suggestions-store';

const claim = [{ connection: google.name, strategy: google.strategy }];

function setUp(claimed: () => Promise<unknown>, connections = [google]) {
  const declined = signal(false);
  const account = signedInAccount(connections);
  const suggestions = {
    claim: jest.fn(claimed),
    areDeclined: declined,
    decline: jest.fn(() => {
      declined.set(true);

      return Promise.resolve();
    }),
  };
  TestBed.configureTestingModule({
    providers: [
      SuggestionsStore,
      account.provided,
      { provide: Suggestions, useValue: suggestions },
    ],
  });

  return { store: TestBed.inject(SuggestionsStore), account };
}

describe('SuggestionsStore', () => {
  it('suggests what the tenant does, once the account has been read', async () => {
    const { store, account } = setUp(() => Promise.resolve(claim));
    TestBed.tick();
    await Promise.resolve();
    expect(store.suggested()).toEqual([]);
    account.receive(ada);

    expect(store.suggested()).toEqual([google]);
  });

  it('suggests nothing where nobody can say what', async () => {
    const { store, account } = setUp(() => Promise.reject(new Error('offline')));
    account.receive(ada);
    TestBed.tick();
    await Promise.resolve();

    expect(store.suggested()).toEqual([]);
  });

  it('suggests nothing any more once that was declined', async () => {
    const { store, account } = setUp(() => Promise.resolve(claim));
    account.receive(ada);
    TestBed.tick();
    await Promise.resolve();
    store.decline();

    expect(store.suggested()).toEqual([]);
  });

  it('knows an account that a code has made just now, until somebody keeps it', () => {
    const sms = { ...google, name: 'sms', strategy: 'sms' };
    const made = accountWith('sms|1', undefined, { createdAtMs: -500 });
    const { store, account } = setUp(() => Promise.resolve([]), [sms]);
    account.receive(ada);
    expect(store.madeFor()).toBeUndefined();
    account.receive(made);
    expect(store.madeFor()).toEqual({ messageTo: 'phone', connection: 'sms' });
    store.decline();
    expect(store.madeFor()).toBeUndefined();
  });

  it('leads nobody to add what this site does not offer', () => {
    const { store, account } = setUp(() => Promise.resolve([]));
    account.receive(accountWith('sms|1', undefined, { createdAtMs: -500 }));

    expect(store.madeFor()).toBeUndefined();
  });
});
