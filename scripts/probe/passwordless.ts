import { type Answer, ask, jsonBody, membersOf, oauthRefusal, pageOrRedirect } from './ask.ts';
import type { ProbedTenant, Question } from './question.ts';

type Body = Readonly<Record<string, unknown>>;

/** A call that a page of the client makes; none of these sends a message to anybody. */
function fromPage(tenant: ProbedTenant, path: string, body: Body): Promise<Answer> {
  const init = jsonBody({ client_id: tenant.clientId, ...body });
  const headers = new Headers(init.headers);
  headers.set('origin', new URL(tenant.callback).origin);

  return ask(tenant, path, { ...init, headers });
}

function refused(
  name: string,
  source: string,
  path: string,
  expected: string,
  body: Body,
): Question {
  return {
    name,
    source,
    expected,
    ask: async (tenant) => oauthRefusal(await fromPage(tenant, path, body)),
  };
}

const start = '/passwordless/start';
const crossOrigin = '/co/authenticate';

/** What is refused of one-time codes, embedded sign-in and the database (contract §4, §5). */
export const passwordlessQuestions: readonly Question[] = [
  refused(
    'a start needs a client',
    '§4.1',
    start,
    '400 bad.client_id Missing required property: client_id',
    { client_id: undefined, connection: 'sms' },
  ),
  refused(
    'a start needs a connection',
    '§4.1',
    start,
    '400 bad.connection Missing required property: connection',
    {},
  ),
  refused(
    'a start at a connection nobody has is refused',
    '§4.1',
    start,
    '400 bad.connection Connection does not exist',
    { connection: 'no-such-connection' },
  ),
  refused(
    'verifying a code by itself is switched off',
    '§4.2',
    '/passwordless/verify',
    '404 endpoint_disabled This endpoint is disabled for your tenant.',
    { connection: 'sms', phone_number: '+15005550001', verification_code: '000000' },
  ),
  {
    // A tenant whose links need no session may tell the client's callback instead.
    name: 'a link of a message that nobody asked for gives no code',
    source: '§4.3',
    expected: 'no code',
    ask: async (tenant) => {
      const query = new URLSearchParams({
        client_id: tenant.clientId,
        redirect_uri: tenant.callback,
        connection: 'email',
        response_type: 'code',
        verification_code: '000000',
      });
      const answer = await ask(tenant, `/passwordless/verify_redirect?${query.toString()}`);
      const { searchParams } = new URL(answer.headers.get('location') ?? '/', tenant.callback);

      return answer.status < 500 && !searchParams.has('code') ? 'no code' : pageOrRedirect(answer);
    },
  },
  refused(
    'a credential type nobody knows gets no ticket',
    '§4.4',
    crossOrigin,
    '400 unsupported_credential_type Unknown credential type parameter.',
    { credential_type: 'riddle', username: 'nobody@example.com' },
  ),
  refused(
    'a code without its realm gets no ticket',
    '§4.4',
    crossOrigin,
    '400 invalid_request Invalid request body. All and only of client_id, credential_type, username, otp, realm are required.',
    {
      credential_type: 'http://auth0.com/oauth/grant-type/passwordless/otp',
      username: 'nobody@example.com',
      otp: '000000',
    },
  ),
  {
    name: 'Lock finds the client’s own settings',
    source: '§4.6',
    expected: 'Auth0.setClient with its id',
    ask: async (tenant) => {
      const { status, text } = await ask(tenant, `/client/${tenant.clientId}.js`);
      const isItsOwn = text.includes('Auth0.setClient(') && text.includes(`"${tenant.clientId}"`);

      return isItsOwn ? 'Auth0.setClient with its id' : `status ${status}`;
    },
  },
  {
    name: 'no form needs a captcha from somebody nobody suspects',
    source: '§4.5',
    expected: 'false',
    ask: async (tenant) =>
      String(membersOf(await fromPage(tenant, '/usernamepassword/challenge', {}))['required']),
  },
];
