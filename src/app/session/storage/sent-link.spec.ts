import { TestBed } from '@angular/core/testing';

import { SealedStore } from '../sealed/sealed-store';
import { SEALED_STORE } from '../user/pinned-user';
import { SentLink } from './sent-link';

jest.mock('idb-keyval', () => ({ get: jest.fn(), update: jest.fn() }));

const link = { userId: 'auth0|ada', subject: 'github|7', connection: 'github' };

function setUp() {
  const useValue = new SealedStore();
  TestBed.configureTestingModule({ providers: [{ provide: SEALED_STORE, useValue }] });

  return TestBed.inject(SentLink);
}

describe('SentLink', () => {
  it('knows of none before one was sent', async () => {
    await expect(setUp().read()).resolves.toBeUndefined();
  });

  it('keeps which link was sent, and until when it may arrive', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(1000);
    const sent = setUp();
    await sent.note(link);

    await expect(sent.read()).resolves.toEqual({ link, untilMs: 301_000 });
  });

  it('keeps it no longer than somebody needs it, and never readable', async () => {
    const sent = setUp();
    await sent.note(link);
    expect(JSON.stringify(Object.entries(sessionStorage))).not.toContain('github');
    sent.forget();

    await expect(sent.read()).resolves.toBeUndefined();
  });
});
