import { webcrypto } from 'node:crypto';
import { TestBed } from '@angular/core/testing';

import { SealedStore } from '../sealed/sealed-store';
import { SEALED_STORE } from '../user/pinned-user';
import { KeptChoices, type ChoicesMade } from './kept-choices';

const mockKeys = new Map<string, unknown>();

jest.mock('idb-keyval', () => ({
  get: (name: string) => Promise.resolve(mockKeys.get(name)),
  update: (name: string, change: (stored: unknown) => unknown) => {
    mockKeys.set(name, change(mockKeys.get(name)));

    return Promise.resolve();
  },
}));

const made: ChoicesMade = {
  subject: 'google-oauth2|115',
  choices: { direction: 'keepSecond', decisions: new Map([['theme', 'both']]) },
};

/** A page of this tab: what was in memory before is gone. */
function setUp(): KeptChoices {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [{ provide: SEALED_STORE, useValue: new SealedStore() }],
  });

  return TestBed.inject(KeptChoices);
}

beforeAll(() => Object.defineProperty(globalThis, 'crypto', { value: webcrypto }));
beforeEach(() => {
  sessionStorage.clear();
  mockKeys.clear();
});

describe('KeptChoices', () => {
  it('has nothing where nothing was chosen', async () => {
    await expect(setUp().read()).resolves.toBeUndefined();
  });

  it('has what was chosen when the page comes back', async () => {
    await setUp().keep(made);

    await expect(setUp().read()).resolves.toEqual(made);
  });

  it('has it no more once it is forgotten', async () => {
    const choices = setUp();
    await choices.keep(made);
    choices.forget();

    await expect(choices.read()).resolves.toBeUndefined();
    await expect(setUp().read()).resolves.toBeUndefined();
  });

  it('leaves nothing of it readable at rest', async () => {
    await setUp().keep(made);

    expect(JSON.stringify(Object.entries(sessionStorage))).not.toMatch(/google|theme/);
  });
});
