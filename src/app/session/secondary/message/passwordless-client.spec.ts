import { TestBed } from '@angular/core/testing';
import { WebAuth } from 'auth0-js';

import { LIGATURE_CONFIG } from '../../../config/ligature-config';
import type { Connection } from '../../../identity/connection';
import { UI_LOCALES } from '../../sign-in/ui-locales';
import { PasswordlessClient, type MessageTarget } from './passwordless-client';

jest.mock('auth0-js', () => ({ WebAuth: jest.fn() }));

const connectionOf = (name: string): Connection => ({
  name,
  strategy: name,
  label: name,
  transport: 'embedded',
});
const phone: MessageTarget = { connection: connectionOf('sms'), address: '+15555550100' };
const mail: MessageTarget = { connection: connectionOf('email'), address: 'ada@example.com' };

type Done = (error: object | null) => void;

/** What the library answers to a message and to a code. */
interface Answers {
  started?: object | null;
  refused?: object;
  uiLocales?: string;
}

function setUp({ started = null, refused, uiLocales }: Answers = {}) {
  const webAuth = {
    authorize: jest.fn(),
    passwordlessStart: jest.fn((_options: object, done: Done) => {
      done(started);
    }),
    passwordlessLogin: jest.fn((_options: object, done: Done) => {
      if (refused) done(refused);
      else webAuth.authorize({ loginTicket: 'ticket' });
    }),
  };
  const newWebAuth = jest.mocked(WebAuth);
  newWebAuth.mockReset().mockReturnValue(webAuth as unknown as WebAuth);
  const tenant = { origin: 'https://acme.example', clientId: 'client' };
  TestBed.configureTestingModule({
    providers: [
      { provide: LIGATURE_CONFIG, useValue: { tenant } },
      { provide: UI_LOCALES, useValue: uiLocales },
    ],
  });

  return { messages: TestBed.inject(PasswordlessClient), webAuth, newWebAuth };
}

describe('PasswordlessClient: a message', () => {
  it.each<[MessageTarget, object]>([
    [phone, { connection: 'sms', send: 'code', phoneNumber: '+15555550100' }],
    [mail, { connection: 'email', send: 'code', email: 'ada@example.com' }],
  ])('with a code goes to %j', async (target, sent) => {
    const { messages, webAuth } = setUp();
    await messages.send(target);

    expect(webAuth.passwordlessStart).toHaveBeenCalledWith(sent, expect.any(Function));
  });

  it('is asked for in the language of the page', async () => {
    const { messages, webAuth } = setUp({ uiLocales: 'de' });
    await messages.send(mail);

    expect(webAuth.passwordlessStart).toHaveBeenCalledWith(
      expect.objectContaining({ xRequestLanguage: 'de' }),
      expect.any(Function),
    );
  });

  it('with a link carries the request that it will answer', async () => {
    const { messages, webAuth } = setUp();
    const authParams = { state: 'sent', nonce: 'once' };
    await messages.send(mail, authParams);

    expect(webAuth.passwordlessStart).toHaveBeenCalledWith(
      { connection: 'email', send: 'link', email: 'ada@example.com', authParams },
      expect.any(Function),
    );
  });

  it.each([
    [{ statusCode: 429, code: 'too_many_requests' }, 'too-many-messages'],
    [{ statusCode: 400, code: 'bad.phone_number' }, 'bad-address'],
    [{ statusCode: 400, code: 'bad.email' }, 'bad-address'],
    [{ statusCode: 400, code: 'bad.connection' }, 'not-set-up'],
    [{ statusCode: 400, code: 'sms_provider_error' }, 'message-not-sent'],
    [{ statusCode: 500, code: 'extensibility_error' }, 'message-not-sent'],
    [{ code: 'request_error' }, 'unreachable'],
    [{}, 'unreachable'],
  ])('that is not sent says why: %j', async (started, code) => {
    await expect(setUp({ started }).messages.send(phone)).rejects.toMatchObject({ code });
  });

  it('says nothing of what the tenant said', async () => {
    const started = { statusCode: 400, code: 'bad.x', description: 'Call 0900 1234' };

    await expect(setUp({ started }).messages.send(phone)).rejects.not.toMatchObject({
      message: expect.stringContaining('0900') as unknown,
    });
  });

  it('is asked for through one client of this tenant, made when it is first needed', async () => {
    const { messages, newWebAuth } = setUp();
    expect(newWebAuth).not.toHaveBeenCalled();
    await messages.send(phone);
    await messages.send(mail);

    expect(newWebAuth).toHaveBeenCalledTimes(1);
    expect(newWebAuth).toHaveBeenCalledWith(
      expect.objectContaining({
        domain: 'https://acme.example',
        clientID: 'client',
        responseType: 'code',
        redirectUri: 'http://localhost/link/callback',
      }),
    );
  });

  it('can be asked for again after the library could not be had', async () => {
    const { messages, newWebAuth } = setUp();
    newWebAuth.mockImplementationOnce(() => {
      throw new TypeError('Failed to fetch dynamically imported module');
    });

    await expect(messages.send(phone)).rejects.toMatchObject({ code: 'unreachable' });
    await expect(messages.send(phone)).resolves.toBeUndefined();
  });
});

describe('PasswordlessClient: a code', () => {
  it('buys a ticket, and the page stays', async () => {
    const { messages, webAuth } = setUp();
    const leaves = webAuth.authorize;

    await expect(messages.ticketFor(phone, '123456')).resolves.toBe('ticket');
    expect(leaves).not.toHaveBeenCalled();
    expect(webAuth.passwordlessLogin).toHaveBeenCalledWith(
      { connection: 'sms', phoneNumber: '+15555550100', verificationCode: '123456' },
      expect.any(Function),
    );
  });

  it.each([undefined, 7, null])('buys nothing when the ticket is %j', async (ticket) => {
    const { messages, webAuth } = setUp();
    webAuth.passwordlessLogin.mockImplementation(() => {
      webAuth.authorize({ loginTicket: ticket });
    });

    await expect(messages.ticketFor(phone, '1')).rejects.toMatchObject({ code: 'sign-in-failed' });
  });

  it.each([
    [{ code: 'access_denied' }, 'wrong-code'],
    [{ code: 'too_many_attempts' }, 'too-many-tries'],
    [{ code: 'blocked_user' }, 'blocked'],
    [{ code: 'unauthorized_client' }, 'not-set-up'],
    [{ code: 'request_error' }, 'unreachable'],
    [{ code: 'unheard_of' }, 'sign-in-failed'],
    [{}, 'sign-in-failed'],
  ])('that is refused says why: %j', async (refused, code) => {
    await expect(setUp({ refused }).messages.ticketFor(mail, '1')).rejects.toMatchObject({ code });
  });

  it.each([{}, { refused: { code: 'access_denied' } }])(
    'leaves no note of the library’s behind: %j',
    async (arranged) => {
      document.cookie = 'com.auth0.auth.sent=secret';
      document.cookie = '_com.auth0.auth.sent_compat=secret';
      document.cookie = `${encodeURIComponent('co/verifier/https')}=secret`;
      document.cookie = 'theme=dark';
      await setUp(arranged)
        .messages.ticketFor(phone, '1')
        .catch(() => undefined);

      expect(document.cookie).toBe('theme=dark');
    },
  );
});
