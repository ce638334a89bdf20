import { TestBed } from '@angular/core/testing';
import { GenericError } from '@auth0/auth0-spa-js';
import { firstValueFrom } from 'rxjs';

import type { Connection } from '../../identity/connection';
import { LeavingError } from '../sign-in/leaving-error';
import { SignInError } from '../sign-in/sign-in-error';
import type { SignInPurpose } from '../sign-in/sign-in-purpose';
import { SecondaryClient } from './client/secondary-client';
import { RedirectedSignIn } from './redirect/redirected-sign-in';
import { SecondaryAuthService } from './secondary-auth-service';

const google: Connection = {
  name: 'google',
  strategy: 'google-oauth2',
  label: 'Google',
  transport: 'redirect',
};
const toPutBack = {
  kind: 'putBack',
  connection: 'google',
  holder: 'auth0|ada',
  owner: 'google-oauth2|115',
} as const;
const session = { claims: { subject: 'google-oauth2|115' } };

function setUp(exchange?: () => Promise<unknown>) {
  const redirected = {
    leave: jest.fn<Promise<never>, [SignInPurpose]>(() => new Promise(() => undefined)),
    returned: jest.fn(() => exchange),
    returnedToPutBack: jest.fn(() => exchange && { purpose: toPutBack, exchange }),
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: RedirectedSignIn, useValue: redirected },
      { provide: SecondaryClient, useValue: {} },
    ],
  });

  return { service: TestBed.inject(SecondaryAuthService), redirected };
}

describe('SecondaryAuthService: on the whole page', () => {
  it('leaves once somebody asks for it, and says nothing more', () => {
    const { service, redirected } = setUp();
    const leaving = service.leaveToSignIn(google);
    expect(redirected.leave).not.toHaveBeenCalled();
    const ended = jest.fn();
    leaving.subscribe({ next: ended, error: ended, complete: ended });

    expect(redirected.leave.mock.calls).toEqual([[{ kind: 'link', connection: 'google' }]]);
    expect(ended).not.toHaveBeenCalled();
  });

  it.each<[unknown, string]>([
    [new SignInError('no-storage'), 'no-storage'],
    [new TypeError('Failed to fetch'), 'unreachable'],
    [new LeavingError('offline'), 'offline'],
  ])('names why it could not leave: %s', async (cause, code) => {
    const { service, redirected } = setUp();
    redirected.leave.mockRejectedValue(cause);

    await expect(firstValueFrom(service.leaveToSignIn(google))).rejects.toMatchObject({ code });
  });

  it('has nothing to say when nothing has come back', () => {
    expect(setUp().service.returned(google)).toBeUndefined();
  });

  it('exchanges what has come back when somebody asks for it', async () => {
    const exchange = jest.fn().mockResolvedValue(session);
    const returned = setUp(exchange).service.returned(google);
    expect(exchange).not.toHaveBeenCalled();

    await expect(returned && firstValueFrom(returned)).resolves.toBe(session);
  });

  it.each<[Error, string]>([
    [new GenericError('access_denied', 'Call 0900'), 'denied'],
    [new GenericError('invalid_grant', 'no'), 'answer-lost'],
    [new SignInError('wrong-issuer'), 'wrong-issuer'],
    [new TypeError('Failed to fetch'), 'unreachable'],
  ])('names why what has come back cannot be used: %s', async (cause, code) => {
    const returned = setUp(() => Promise.reject(cause)).service.returned(google);

    await expect(returned && firstValueFrom(returned)).rejects.toMatchObject({ code });
  });

  it('leaves to put settings back, and says which', () => {
    const { service, redirected } = setUp();
    const { holder, owner } = toPutBack;
    service.leaveToPutBack({ holder, owner, connection: google }).subscribe();

    expect(redirected.leave.mock.calls).toEqual([[toPutBack]]);
  });

  it('tells which settings have waited for what has come back, and exchanges it when asked', async () => {
    expect(setUp().service.returnedToPutBack()).toBeUndefined();
    TestBed.resetTestingModule();
    const exchange = jest.fn().mockResolvedValue(session);
    const returned = setUp(exchange).service.returnedToPutBack();
    expect(returned?.purpose).toEqual(toPutBack);
    expect(exchange).not.toHaveBeenCalled();

    await expect(returned && firstValueFrom(returned.session)).resolves.toBe(session);
  });

  it('names why settings cannot be put back with what has come back', async () => {
    const refused = new GenericError('access_denied', 'Call 0900');
    const returned = setUp(() => Promise.reject(refused)).service.returnedToPutBack();

    await expect(returned && firstValueFrom(returned.session)).rejects.toMatchObject({
      code: 'denied',
    });
  });
});
