import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { Suggestions } from '../../session/primary/suggestions';
import { ada, google } from '../testing/ada';
import { signedInAccount } from '../testing/signed-in-account';
import { SuggestionsStore } from './suggestions-store';

const claim = [{ connection: google.name, strategy: google.strategy }];

function setUp(claimed: () => Promise<unknown>) {
  const declined = signal(false);
  const account = signedInAccount([google]);
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
});
