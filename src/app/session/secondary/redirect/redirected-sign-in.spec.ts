import { TestBed } from '@angular/core/testing';

import type { Connection } from '../../../identity/connection';
import { SealedStore } from '../../sealed/sealed-store';
import { PendingSignIn } from '../../sign-in/pending-sign-in';
import type { SignInPurpose } from '../../sign-in/sign-in-purpose';
import { SEALED_STORE } from '../../user/pinned-user';
import { SecondaryClient } from '../client/secondary-client';
import { RedirectedSignIn } from './redirected-sign-in';

jest.mock('idb-keyval', () => ({ get: jest.fn(), update: jest.fn() }));

const now = Date.UTC(2027, 0, 15, 8);
const google: Connection = {
  name: 'google',
  strategy: 'google-oauth2',
  label: 'Google',
  transport: 'auto',
};
const toLink: SignInPurpose = { kind: 'link', connection: 'google' };
const toPutBack: SignInPurpose = {
  kind: 'putBack',
  connection: 'google',
  holder: 'auth0|ada',
  owner: 'google-oauth2|115',
};
const begun = { state: 'sent', transaction: 'verifier and all', startedAt: now };
const answer = 'http://localhost/link/callback?code=secret&state=sent';

function setUp({ canLeave = true }: { canLeave?: boolean } = {}) {
  const second = {
    begin: jest.fn(() => Promise.resolve({ address: '#/left-for-the-tenant', begun })),
    finish: jest.fn(() => Promise.resolve({})),
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: SEALED_STORE, useValue: new SealedStore() },
      { provide: SecondaryClient, useValue: second },
    ],
  });
  const pending = TestBed.inject(PendingSignIn);
  jest.spyOn(pending, 'canLeave').mockResolvedValue(canLeave);

  return { signIn: TestBed.inject(RedirectedSignIn), pending, second };
}

/** Lets every promise run that waits for nothing but its turn. */
const settled = (): Promise<unknown> => jest.advanceTimersByTimeAsync(0);

beforeEach(() => {
  jest.useFakeTimers({ now });
  window.location.hash = '';
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('RedirectedSignIn: leaving', () => {
  it('has the person type, at the method they chose', async () => {
    const { signIn, second } = setUp();
    void signIn.leave(toLink);
    await settled();

    expect(second.begin.mock.calls).toEqual([[{ connection: 'google', prompt: 'login' }]]);
    expect(window.location.hash).toBe('#/left-for-the-tenant');
  });

  it('records whose answer it waits for, and with what to use it, before the page goes', async () => {
    const { signIn, pending } = setUp();
    const begin = jest.spyOn(pending, 'begin').mockReturnValue(new Promise(() => undefined));
    void signIn.leave(toLink);
    await settled();

    expect(begin).toHaveBeenCalledWith({ purpose: toLink, ...begun });
    expect(window.location.hash).toBe('');
  });

  it('REL-09: refuses, and asks the tenant nothing, where the person would not be there on return', async () => {
    const { signIn, second } = setUp({ canLeave: false });

    await expect(signIn.leave(toLink)).rejects.toMatchObject({ code: 'no-storage' });
    expect(second.begin).not.toHaveBeenCalled();
  });

  it('goes on with nothing while the browser is on its way', async () => {
    const { signIn } = setUp();
    const ended = jest.fn();
    signIn.leave(toLink).then(ended, ended);
    await settled();

    expect(ended).not.toHaveBeenCalled();
  });
});

describe('RedirectedSignIn: coming back', () => {
  it('is not what happened when nothing has come back', () => {
    expect(setUp().signIn.returned(google)).toBeUndefined();
  });

  it('exchanges the very address that came back, and counts from when the page was left', async () => {
    const { signIn, pending, second } = setUp();
    await pending.begin({ purpose: toLink, ...begun, startedAt: now - 60_000 });
    await pending.acceptReturn(answer);
    await signIn.returned(google)?.();

    expect(second.finish.mock.calls).toEqual([[{ ...begun, startedAt: now - 60_000 }, answer]]);
  });

  it('REL-08: exchanges it once', async () => {
    const { signIn, pending } = setUp();
    await pending.begin({ purpose: toLink, ...begun });
    await pending.acceptReturn(answer);
    signIn.returned(google);

    expect(signIn.returned(google)).toBeUndefined();
  });

  it('goes to no other wizard than the one that was left', async () => {
    const { signIn, pending } = setUp();
    await pending.begin({ purpose: toLink, ...begun });
    await pending.acceptReturn(answer);

    expect(signIn.returned({ ...google, name: 'github' })).toBeUndefined();
    expect(signIn.returned(google)).toBeUndefined();
  });

  it('SEC-02: puts back no settings for a link, and links nothing for settings', async () => {
    const { signIn, pending, second } = setUp();
    await pending.begin({ purpose: toLink, ...begun });
    await pending.acceptReturn(answer);
    expect(signIn.returnedToPutBack()).toBeUndefined();
    await pending.begin({ purpose: toPutBack, ...begun });
    await pending.acceptReturn(answer);

    expect(signIn.returned(google)).toBeUndefined();
    expect(second.finish).not.toHaveBeenCalled();
  });

  it('knows which settings are to go back, and exchanges the address that came back', async () => {
    const { signIn, pending, second } = setUp();
    await pending.begin({ purpose: toPutBack, ...begun, startedAt: now - 60_000 });
    await pending.acceptReturn(answer);
    const returned = signIn.returnedToPutBack();
    expect(returned?.purpose).toEqual(toPutBack);
    await returned?.exchange();

    expect(second.finish.mock.calls).toEqual([[{ ...begun, startedAt: now - 60_000 }, answer]]);
  });

  it('has no session when the exchange fails', async () => {
    const { signIn, pending, second } = setUp();
    second.finish.mockRejectedValue(new Error('invalid_grant'));
    await pending.begin({ purpose: toLink, ...begun });
    await pending.acceptReturn(answer);

    await expect(signIn.returned(google)?.()).rejects.toThrow('invalid_grant');
  });
});
