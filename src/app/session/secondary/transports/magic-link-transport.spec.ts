import { TestBed } from '@angular/core/testing';
import { Auth0Client } from '@auth0/auth0-spa-js';

import { LIGATURE_CONFIG } from '../../../config/ligature-config';
import type { Connection } from '../../../identity/connection';
import { SignInError } from '../../sign-in/sign-in-error';
import { messageSignIn } from '../../testing/message-sign-in';
import { sdkClient } from '../../testing/sdk-client';
import { SharedChannel, useChannel } from '../../testing/tab-channel';
import { PasswordlessClient } from '../message/passwordless-client';
import { MagicLinkTransport } from './magic-link-transport';

jest.mock('@auth0/auth0-spa-js', () => ({
  ...jest.requireActual<object>('@auth0/auth0-spa-js'),
  Auth0Client: jest.fn(),
}));

const now = 1_800_000_000_000;
const email: Connection = {
  name: 'email',
  strategy: 'email',
  label: 'Email',
  transport: 'magic-link',
};
const address = 'ada@example.com';
const answerUrl = 'http://localhost/link/callback?code=c&state=mine';
const request = {
  response_type: 'code',
  redirect_uri: 'http://localhost/link/callback',
  scope: 'openid',
  audience: 'x',
  state: 'mine',
  nonce: 'once',
  code_challenge: 'hash',
  code_challenge_method: 'S256',
  max_age: '0',
};

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function idTokenNow(): string {
  const seconds = Date.now() / 1000;
  const times = { iat: seconds, exp: seconds };
  const claims = { iss: 'https://acme.example/', aud: 'client', sub: 'email|1', ...times };

  return `${part({ alg: 'RS256' })}.${part(claims)}.sig`;
}

/** A sign-in that has begun, before a tenant that sends every link. */
function setUp() {
  const messages = { send: jest.fn<Promise<void>, unknown[]>(() => Promise.resolve()) };
  const sdk = sdkClient(
    `https://acme.example/authorize?${new URLSearchParams(request).toString()}`,
  );
  const client = {
    getTokenSilently: jest.fn().mockResolvedValue('access'),
    getIdTokenClaims: () => Promise.resolve({ __raw: idTokenNow() }),
  };
  jest.mocked(Auth0Client).mockReset().mockReturnValue(sdk.asClient(client));
  TestBed.configureTestingModule({
    providers: [
      {
        provide: LIGATURE_CONFIG,
        useValue: { tenant: { origin: 'https://acme.example', clientId: 'client', audience: 'x' } },
      },
      { provide: PasswordlessClient, useValue: messages },
    ],
  });

  return { ...messageSignIn(TestBed.inject(MagicLinkTransport), email), messages, sdk };
}

const settled = (): Promise<unknown> => jest.advanceTimersByTimeAsync(0);

/** The link has been opened in another tab, which brings this answer. */
async function open(): Promise<void> {
  new SharedChannel().postMessage({ kind: 'answer', state: 'mine', url: answerUrl });
  await settled();
}

beforeAll(() => useChannel(SharedChannel));
beforeEach(() => {
  SharedChannel.all.clear();
  sessionStorage.clear();
  jest.useFakeTimers({ now });
});
afterEach(() => jest.useRealTimers());

describe('MagicLinkTransport', () => {
  it('asks where the link is to go', () => {
    expect(setUp().entry()).toEqual({ status: 'address', message: 'link', nextSendAtMs: 0 });
  });

  it('sends one link, however often the button is pressed', async () => {
    const { typeAddress, messages, entry } = setUp();
    typeAddress(address);
    typeAddress(address);
    expect(entry()).toEqual({ status: 'busy' });
    await settled();

    expect(messages.send).toHaveBeenCalledTimes(1);
  });

  it('sends one that answers this request alone, and takes the answer from the other tab', async () => {
    const { typeAddress, messages, sdk, entry, session, isOver } = setUp();
    typeAddress(address);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(messages.send).toHaveBeenCalledWith({ connection: email, address }, request);
    expect(entry()).toEqual({ status: 'linkSent', address, nextSendAtMs: now + 30_000 });
    expect(sdk.handled).not.toHaveBeenCalled();
    await open();

    expect(session()).toMatchObject({ claims: { subject: 'email|1' }, tookMs: 60_000 });
    expect(sdk.handled).toHaveBeenCalledWith(answerUrl);
    expect(isOver()).toBe(true);
  });

  it('counts who opens it as having signed in just now, which its token does not say', async () => {
    const { typeAddress, session } = setUp();
    typeAddress(address);
    await settled();
    await open();

    expect(session()?.claims.authenticatedAtMs).toBe(now);
  });

  it.each([
    ['bad-address', { nextSendAtMs: 0 }],
    ['too-many-messages', { nextSendAtMs: 0 }],
    ['unreachable', { nextSendAtMs: now + 30_000, waitsFor: address }],
  ] as const)('asks for the address again when it was not sent: %s', async (problem, waiting) => {
    const { typeAddress, messages, entry } = setUp();
    messages.send.mockRejectedValue(new SignInError(problem));
    typeAddress(address);
    await settled();

    expect(entry()).toEqual({ status: 'address', message: 'link', ...waiting, problem });
  });

  it('asks for the address again when it has led nowhere, and counts it all the same', async () => {
    const { typeAddress, sdk, entry } = setUp();
    sdk.handled.mockRejectedValue(new SignInError('bad-address'));
    typeAddress(address);
    await settled();
    await open();

    expect(entry()).toMatchObject({
      status: 'address',
      nextSendAtMs: now + 30_000,
      problem: 'bad-address',
    });
  });

  it('is sent again to the same address, but not too soon', async () => {
    const { typeAddress, messages, entry, session } = setUp();
    typeAddress(address);
    await settled();
    typeAddress(address);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(messages.send).toHaveBeenCalledTimes(1);
    typeAddress(address);
    await settled();
    expect(messages.send).toHaveBeenCalledTimes(2);
    expect(entry()).toEqual({ status: 'linkSent', address, nextSendAtMs: now + 90_000 });
    await open();

    expect(session()).toBeDefined();
  });

  it('is still good when another one was not sent', async () => {
    const { typeAddress, messages, entry, session } = setUp();
    typeAddress(address);
    await jest.advanceTimersByTimeAsync(30_000);
    messages.send.mockRejectedValue(new SignInError('too-many-messages'));
    typeAddress(address);
    await settled();
    expect(entry()).toMatchObject({ status: 'linkSent', problem: 'too-many-messages' });
    await open();

    expect(session()).toBeDefined();
  });

  it('may go to another address, and is then waited for no more', async () => {
    const { typeAddress, goElsewhere, sdk, entry } = setUp();
    typeAddress(address);
    await settled();
    goElsewhere();
    const waiting = { nextSendAtMs: now + 30_000, waitsFor: address };
    expect(entry()).toEqual({ status: 'address', message: 'link', ...waiting });
    await open();

    expect(sdk.handled).not.toHaveBeenCalled();
  });

  it('is not waited for any more when it is given up', async () => {
    const { typeAddress, giveUp, sdk, session } = setUp();
    typeAddress(address);
    await settled();
    giveUp();
    await open();

    expect(sdk.handled).not.toHaveBeenCalled();
    expect(session()).toBeUndefined();
  });
});
