import { TestBed } from '@angular/core/testing';
import { lastValueFrom, NEVER } from 'rxjs';

import type { Connection } from '../../../identity/connection';
import { SealedStore } from '../../sealed/sealed-store';
import { PendingSignIn } from '../../sign-in/pending-sign-in';
import type { SignInPurpose } from '../../sign-in/sign-in-purpose';
import { SEALED_STORE } from '../../user/pinned-user';
import { SecondaryClient } from '../client/secondary-client';
import { RedirectTransport } from './redirect-transport';

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
const begun = { state: 'sent', transaction: 'verifier and all', startedAtMs: now };
const session = {};
const answer = 'http://localhost/link/callback?code=secret&state=sent';

function setUp({ canLeave = true }: { canLeave?: boolean } = {}) {
  const second = {
    begin: jest.fn(() => Promise.resolve({ address: '#/left-for-the-tenant', begun })),
    finish: jest.fn(() => Promise.resolve(session)),
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: SEALED_STORE, useValue: new SealedStore() },
      { provide: SecondaryClient, useValue: second },
    ],
  });
  const pending = TestBed.inject(PendingSignIn);
  jest.spyOn(pending, 'canLeave').mockResolvedValue(canLeave);

  const transport = TestBed.inject(RedirectTransport);
  const leave = (purpose: SignInPurpose) =>
    transport.signIn({ connection: google, purpose, typed: NEVER });

  return { transport, leave, pending, second };
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

describe('RedirectTransport: leaving', () => {
  it('has the person type, at the method they chose', async () => {
    const { leave, second } = setUp();
    leave(toLink).subscribe();
    await settled();

    expect(second.begin.mock.calls).toEqual([[{ connection: 'google', prompt: 'login' }]]);
    expect(window.location.hash).toBe('#/left-for-the-tenant');
  });

  it('records whose answer it waits for, and with what to use it, before the page goes', async () => {
    const { leave, pending } = setUp();
    const begin = jest.spyOn(pending, 'begin').mockReturnValue(new Promise(() => undefined));
    leave(toLink).subscribe();
    await settled();

    expect(begin).toHaveBeenCalledWith({ purpose: toLink, ...begun });
    expect(window.location.hash).toBe('');
  });

  it('REL-09: refuses, and asks the tenant nothing, where the person would not be there on return', async () => {
    const { leave, second } = setUp({ canLeave: false });

    await expect(lastValueFrom(leave(toLink))).rejects.toMatchObject({ code: 'no-storage' });
    expect(second.begin).not.toHaveBeenCalled();
  });

  it('goes on with nothing while the browser is on its way, and can be left again', async () => {
    const { leave, second } = setUp();
    const [next, complete] = [jest.fn(), jest.fn()];
    leave(toLink).subscribe({ next, complete });
    await settled();
    leave(toLink).subscribe();
    await settled();

    expect(next).not.toHaveBeenCalled();
    expect(complete).toHaveBeenCalledTimes(1);
    expect(second.begin).toHaveBeenCalledTimes(2);
  });
});

describe('RedirectTransport: coming back', () => {
  it('is not what happened when nothing has come back', () => {
    expect(setUp().transport.resume('link')).toBeUndefined();
  });

  it('exchanges the very address that came back, and counts from when the page was left', async () => {
    const { transport, pending, second } = setUp();
    await pending.begin({ purpose: toLink, ...begun, startedAtMs: now - 60_000 });
    await pending.acceptReturn(answer);
    const resumed = transport.resume('link');
    expect(second.finish).not.toHaveBeenCalled();
    await expect(resumed && lastValueFrom(resumed.events)).resolves.toEqual({
      kind: 'signedIn',
      result: session,
    });

    expect(resumed?.purpose).toEqual(toLink);
    expect(second.finish.mock.calls).toEqual([[{ ...begun, startedAtMs: now - 60_000 }, answer]]);
  });

  it('REL-08: exchanges it once', async () => {
    const { transport, pending } = setUp();
    await pending.begin({ purpose: toLink, ...begun });
    await pending.acceptReturn(answer);
    transport.resume('link');

    expect(transport.resume('link')).toBeUndefined();
  });

  it('SEC-02: puts back no settings for a link, and links nothing for settings', async () => {
    const { transport, pending, second } = setUp();
    await pending.begin({ purpose: toLink, ...begun });
    await pending.acceptReturn(answer);
    expect(transport.resume('putBack')).toBeUndefined();
    await pending.begin({ purpose: toPutBack, ...begun });
    await pending.acceptReturn(answer);

    expect(transport.resume('link')).toBeUndefined();
    expect(second.finish).not.toHaveBeenCalled();
  });

  it('knows which settings are to go back, and exchanges the address that came back', async () => {
    const { transport, pending, second } = setUp();
    await pending.begin({ purpose: toPutBack, ...begun, startedAtMs: now - 60_000 });
    await pending.acceptReturn(answer);
    const resumed = transport.resume('putBack');
    expect(resumed?.purpose).toEqual(toPutBack);
    await (resumed && lastValueFrom(resumed.events));

    expect(second.finish.mock.calls).toEqual([[{ ...begun, startedAtMs: now - 60_000 }, answer]]);
  });

  it('has no session when the exchange fails', async () => {
    const { transport, pending, second } = setUp();
    second.finish.mockRejectedValue(new Error('invalid_grant'));
    await pending.begin({ purpose: toLink, ...begun });
    await pending.acceptReturn(answer);
    const resumed = transport.resume('link');

    await expect(resumed && lastValueFrom(resumed.events)).rejects.toThrow('invalid_grant');
  });
});
