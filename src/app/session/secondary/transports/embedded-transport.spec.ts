import { TestBed } from '@angular/core/testing';
import { Auth0Client, GenericError } from '@auth0/auth0-spa-js';

import { LIGATURE_CONFIG } from '../../../config/ligature-config';
import type { Connection } from '../../../identity/connection';
import type { SignInFailure } from '../../../identity/failure';
import { SignInError } from '../../sign-in/sign-in-error';
import { messageSignIn } from '../../testing/message-sign-in';
import { PasswordlessClient } from '../message/passwordless-client';
import { EmbeddedTransport } from './embedded-transport';

jest.mock('@auth0/auth0-spa-js', () => ({
  ...jest.requireActual<object>('@auth0/auth0-spa-js'),
  Auth0Client: jest.fn(),
}));

const now = 1_800_000_000_000;
const sms: Connection = { name: 'sms', strategy: 'sms', label: 'Phone', transport: 'embedded' };
const address = '+15550100';
const target = expect.objectContaining({ connection: sms, address }) as unknown;

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function idTokenNow(): string {
  const seconds = Date.now() / 1000;
  const times = { iat: seconds, exp: seconds };
  const claims = { iss: 'https://acme.example/', aud: 'client', sub: 'sms|1', ...times };

  return `${part({ alg: 'RS256' })}.${part(claims)}.sig`;
}

/** A sign-in that has begun, before a tenant that sends every message and takes every code. */
function setUp() {
  const messages = {
    send: jest.fn<Promise<void>, unknown[]>(() => Promise.resolve()),
    ticketFor: jest.fn<Promise<string>, unknown[]>(() => Promise.resolve('ticket')),
  };
  const client = {
    getTokenSilently: jest.fn().mockResolvedValue('access'),
    getIdTokenClaims: () => Promise.resolve({ __raw: idTokenNow() }),
  };
  const newClient = jest.mocked(Auth0Client);
  newClient.mockReset().mockReturnValue(client as unknown as Auth0Client);
  TestBed.configureTestingModule({
    providers: [
      {
        provide: LIGATURE_CONFIG,
        useValue: { tenant: { origin: 'https://acme.example', clientId: 'client', audience: 'x' } },
      },
      { provide: PasswordlessClient, useValue: messages },
    ],
  });
  const signIn = messageSignIn(TestBed.inject(EmbeddedTransport), sms);

  return {
    ...signIn,
    messages,
    client,
    newClient,
    sendCode: async (): Promise<void> => {
      signIn.typeAddress(address);
      await settled();
    },
    tryCode: async (code = '123456'): Promise<void> => {
      signIn.typeCode(code);
      await settled();
    },
  };
}

/** Lets every promise run that waits for nothing but its turn. */
const settled = (): Promise<unknown> => jest.advanceTimersByTimeAsync(0);

beforeEach(() => {
  jest.useFakeTimers({ now });
  sessionStorage.clear();
});
afterEach(() => jest.useRealTimers());

describe('EmbeddedTransport: the message', () => {
  it('asks for the address first, and sends nothing by itself', () => {
    const { entry, messages } = setUp();

    expect(entry()).toEqual({ status: 'address', message: 'code', nextSendAtMs: 0 });
    expect(messages.send).not.toHaveBeenCalled();
  });

  it('sends one code, however often the button is pressed', () => {
    const { entry, typeAddress, messages } = setUp();
    typeAddress(address);
    typeAddress(address);

    expect(messages.send.mock.calls).toEqual([[target]]);
    expect(entry()).toEqual({ status: 'busy' });
  });

  it('asks for the code, with three tries', async () => {
    const { entry, sendCode } = setUp();
    await sendCode();

    expect(entry()).toEqual({ status: 'code', address, triesLeft: 3, nextSendAtMs: now + 30_000 });
  });

  it.each([
    ['bad-address', { nextSendAtMs: 0 }],
    ['message-not-sent', { nextSendAtMs: 0 }],
    ['too-many-messages', { nextSendAtMs: 0 }],
    ['unreachable', { nextSendAtMs: now + 30_000, waitsFor: address }],
  ] as const)(
    'asks for the address again when the message did not go: %s',
    async (problem, waiting) => {
      const { entry, sendCode, messages } = setUp();
      messages.send.mockRejectedValue(new SignInError(problem));
      await sendCode();

      expect(entry()).toEqual({ status: 'address', message: 'code', ...waiting, problem });
    },
  );

  it('may go to another number, which need not wait for what was sent to this one', async () => {
    const { entry, sendCode, goElsewhere, typeAddress, messages } = setUp();
    await sendCode();
    goElsewhere();
    const waiting = { nextSendAtMs: now + 30_000, waitsFor: address };
    expect(entry()).toEqual({ status: 'address', message: 'code', ...waiting });
    typeAddress(address);
    expect(messages.send).toHaveBeenCalledTimes(1);
    typeAddress('+15550199');
    await settled();

    expect(entry()).toMatchObject({ status: 'code', address: '+15550199' });
  });

  it('leaves the code that was sent before as it is when another one does not go', async () => {
    const { entry, sendCode, tryCode, messages, session } = setUp();
    await sendCode();
    jest.advanceTimersByTime(30_000);
    messages.send.mockRejectedValue(new SignInError('too-many-messages'));
    await sendCode();
    expect(entry()).toMatchObject({ status: 'code', triesLeft: 3, problem: 'too-many-messages' });
    await tryCode();

    expect(session()).toBeDefined();
  });

  it('SEC-49: sends nothing while it is too early, however often it is asked', async () => {
    const { typeAddress, sendCode, messages } = setUp();
    await sendCode();
    typeAddress(address);
    jest.advanceTimersByTime(29_999);
    typeAddress(address);
    expect(messages.send).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(1);
    typeAddress(address);

    expect(messages.send).toHaveBeenCalledTimes(2);
  });
});

describe('EmbeddedTransport: the code', () => {
  it('is traded for a ticket, and the ticket in the SDK’s own request', async () => {
    const { sendCode, tryCode, session, isOver, messages, client } = setUp();
    await sendCode();
    jest.advanceTimersByTime(40_000);
    await tryCode();

    expect(session()).toMatchObject({ claims: { subject: 'sms|1' }, tookMs: 40_000 });
    expect(isOver()).toBe(true);
    expect(messages.ticketFor).toHaveBeenCalledWith(target, '123456');
    expect(client.getTokenSilently).toHaveBeenNthCalledWith(1, {
      cacheMode: 'off',
      authorizationParams: { login_ticket: 'ticket', realm: 'sms' },
    });
  });

  it('is tried once, however often the button is pressed', async () => {
    const { sendCode, typeCode, messages } = setUp();
    await sendCode();
    typeCode('111111');
    typeCode('222222');

    expect(messages.ticketFor.mock.calls).toEqual([[target, '111111']]);
  });

  it('has one try less for each that was wrong, and three again once another was sent', async () => {
    const { entry, sendCode, tryCode, messages } = setUp();
    messages.ticketFor.mockRejectedValue(new SignInError('wrong-code'));
    await sendCode();
    for (const triesLeft of [2, 1, 0]) {
      await tryCode('111111');
      expect(entry()).toMatchObject({ status: 'code', triesLeft, problem: 'wrong-code' });
    }
    jest.advanceTimersByTime(30_000);
    await sendCode();

    expect(entry()).toMatchObject({ status: 'code', triesLeft: 3 });
    expect(entry()).not.toHaveProperty('problem');
  });

  it.each<[SignInFailure, number]>([
    ['wrong-code', 2],
    ['code-expired', 0],
    ['too-many-tries', 0],
    ['unreachable', 3],
    ['busy', 3],
    ['tenant-error', 3],
    ['embedded-blocked', 0],
    ['page-needed', 0],
    ['blocked', 0],
    ['sign-in-failed', 0],
    ['wrong-issuer', 0],
  ])('has as many tries left as the tenant counts: after %s, %i', async (problem, triesLeft) => {
    const { entry, sendCode, tryCode, messages } = setUp();
    messages.ticketFor.mockRejectedValue(new SignInError(problem));
    await sendCode();
    await tryCode();

    expect(entry()).toMatchObject({ status: 'code', address, triesLeft, problem });
  });

  it.each([
    ['wrong-code', 'wrong-code', 180_000],
    ['code-expired', 'wrong-code', 180_001],
    ['too-many-tries', 'too-many-tries', 180_001],
  ] as const)('fails with %s on %s after %d ms', async (problem, answer, after) => {
    const { entry, sendCode, tryCode, messages, newClient } = setUp();
    await sendCode();
    jest.advanceTimersByTime(after);
    messages.ticketFor.mockRejectedValue(new SignInError(answer));
    await tryCode('000000');

    expect(entry()).toMatchObject({ problem });
    expect(newClient).not.toHaveBeenCalled();
  });

  it.each<[string, SignInFailure, Error]>([
    [
      'a ticket that does not count in a frame',
      'embedded-blocked',
      new GenericError('login_required', 'Login required'),
    ],
    [
      'trouble on the way, which is no blocked frame',
      'unreachable',
      new TypeError('Failed to fetch'),
    ],
    ...[
      ['consent_required', 'Consent required'] as const,
      ['interaction_required', 'Interaction required'] as const,
      ['mfa_required', 'Multifactor authentication required'] as const,
      ['login_required', 'Multifactor authentication required'] as const,
    ].map(([error, description]): [string, SignInFailure, Error] => [
      `a step that only a page can show, ${error}`,
      'page-needed',
      new GenericError(error, description),
    ]),
  ])('names %s: %s', async (_case, problem, refusal) => {
    const { entry, sendCode, tryCode, client } = setUp();
    client.getTokenSilently.mockRejectedValue(refusal);
    await sendCode();
    await tryCode();

    expect(entry()).toMatchObject({ problem });
  });

  it('yields nothing once it was given up', async () => {
    const { sendCode, typeCode, giveUp, session } = setUp();
    await sendCode();
    typeCode('123456');
    giveUp();
    await settled();

    expect(session()).toBeUndefined();
  });
});
