import { TestBed } from '@angular/core/testing';
import { Auth0Client, GenericError } from '@auth0/auth0-spa-js';

import { LIGATURE_CONFIG } from '../../../config/ligature-config';
import { SignInError } from '../../sign-in/sign-in-error';
import { sdkClient } from '../../testing/sdk-client';
import { SharedChannel, useChannel } from '../../testing/tab-channel';
import { PasswordlessClient } from './passwordless-client';
import { PasswordlessSignIn } from './passwordless-sign-in';

jest.mock('@auth0/auth0-spa-js', () => ({
  ...jest.requireActual<object>('@auth0/auth0-spa-js'),
  Auth0Client: jest.fn(),
}));

const sms = {
  connection: { name: 'sms', strategy: 'sms', label: 'Phone', transport: 'embedded' },
  address: '+15550100',
} as const;
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
  const now = Date.now() / 1000;
  const claims = { iss: 'https://acme.example/', aud: 'client', sub: 'sms|1', iat: now, exp: now };

  return `${part({ alg: 'RS256' })}.${part(claims)}.sig`;
}

function setUp() {
  const messages = {
    send: jest.fn().mockResolvedValue(undefined),
    ticketFor: jest.fn().mockResolvedValue('ticket'),
  };
  const sdk = sdkClient(
    `https://acme.example/authorize?${new URLSearchParams(request).toString()}`,
  );
  const client = {
    getTokenSilently: jest.fn().mockResolvedValue('access'),
    getIdTokenClaims: () => Promise.resolve({ __raw: idTokenNow() }),
  };
  const newClient = jest.mocked(Auth0Client);
  newClient.mockReset().mockReturnValue(sdk.asClient(client));
  TestBed.configureTestingModule({
    providers: [
      {
        provide: LIGATURE_CONFIG,
        useValue: { tenant: { origin: 'https://acme.example', clientId: 'client', audience: 'x' } },
      },
      { provide: PasswordlessClient, useValue: messages },
    ],
  });

  return { service: TestBed.inject(PasswordlessSignIn), messages, sdk, client, newClient };
}

beforeAll(() => useChannel(SharedChannel));
beforeEach(() => {
  SharedChannel.all.clear();
  jest.useFakeTimers({ now: 1_800_000_000_000 });
});
afterEach(() => jest.useRealTimers());

describe('PasswordlessSignIn: by a code', () => {
  it('trades the code for a ticket, and the ticket in the SDK’s own request', async () => {
    const { service, messages, client } = setUp();
    await service.sendCode(sms);
    jest.advanceTimersByTime(40_000);

    await expect(service.verify(sms, '123456')).resolves.toMatchObject({
      claims: { subject: 'sms|1' },
      tookMs: 40_000,
    });
    expect(messages.ticketFor).toHaveBeenCalledWith(sms, '123456');
    expect(client.getTokenSilently).toHaveBeenNthCalledWith(1, {
      cacheMode: 'off',
      authorizationParams: { login_ticket: 'ticket', realm: 'sms' },
    });
  });

  it.each([
    ['wrong-code', 'wrong-code', 180_000],
    ['code-expired', 'wrong-code', 180_001],
    ['too-many-tries', 'too-many-tries', 180_001],
  ] as const)('fails with %s on %s after %d ms', async (code, answer, after) => {
    const { service, messages, newClient } = setUp();
    await service.sendCode(sms);
    jest.advanceTimersByTime(after);
    messages.ticketFor.mockRejectedValue(new SignInError(answer));

    await expect(service.verify(sms, '000000')).rejects.toMatchObject({ code });
    expect(newClient).not.toHaveBeenCalled();
  });

  it('fails with embedded-blocked when the ticket does not count in a frame', async () => {
    const { service, client } = setUp();
    const cause = new GenericError('login_required', 'Login required');
    client.getTokenSilently.mockRejectedValue(cause);
    await service.sendCode(sms);

    await expect(service.verify(sms, '123456')).rejects.toMatchObject({
      code: 'embedded-blocked',
      cause,
    });
  });
});

describe('PasswordlessSignIn: a step that only a page can show', () => {
  it.each([
    ['consent_required', 'Consent required'],
    ['interaction_required', 'Interaction required'],
    ['mfa_required', 'Multifactor authentication required'],
    ['login_required', 'Multifactor authentication required'],
  ])('is named after the code was taken: %s, %s', async (error, description) => {
    const { service, client } = setUp();
    client.getTokenSilently.mockRejectedValue(new GenericError(error, description));
    await service.sendCode(sms);

    await expect(service.verify(sms, '123456')).rejects.toMatchObject({ code: 'page-needed' });
  });
});

describe('PasswordlessSignIn: trouble', () => {
  it('is not taken for a blocked frame', async () => {
    const { service, client } = setUp();
    client.getTokenSilently.mockRejectedValue(new TypeError('Failed to fetch'));
    await service.sendCode(sms);

    await expect(service.verify(sms, '123456')).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('PasswordlessSignIn: by a link', () => {
  it('sends a link that answers this request alone, and takes the answer from the other tab', async () => {
    const { service, messages, sdk } = setUp();
    const sent = jest.fn();
    const session = service.signInByLink(sms, { sent, stopped: new AbortController().signal });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(messages.send).toHaveBeenCalledWith(sms, request);
    expect(sent).toHaveBeenCalledTimes(1);
    expect(sdk.handled).not.toHaveBeenCalled();
    new SharedChannel().postMessage({ kind: 'answer', state: 'mine', url: answerUrl });

    await expect(session).resolves.toMatchObject({ claims: { subject: 'sms|1' }, tookMs: 60_000 });
    expect(sdk.handled).toHaveBeenCalledWith(answerUrl);
  });

  it('says nothing of a link that could not be sent', async () => {
    const { service, messages } = setUp();
    messages.send.mockRejectedValue(new SignInError('too-many-messages'));
    const sent = jest.fn();

    await expect(
      service.signInByLink(sms, { sent, stopped: new AbortController().signal }),
    ).rejects.toMatchObject({
      code: 'too-many-messages',
    });
    expect(sent).not.toHaveBeenCalled();
  });
});
