import { ask, form, jsonBody, oauthRefusal } from './ask.ts';
import type { ProbedTenant, Question } from './question.ts';

type Fields = Readonly<Record<string, string>>;

const passwordless = 'http://auth0.com/oauth/grant-type/passwordless/otp';

function refused(
  name: string,
  source: string,
  expected: string,
  fields: (tenant: ProbedTenant) => Fields,
): Question {
  return {
    name,
    source,
    expected,
    ask: async (tenant) => oauthRefusal(await ask(tenant, '/oauth/token', form(fields(tenant)))),
  };
}

function wrongCode({ clientId, callback }: ProbedTenant): Fields {
  return {
    grant_type: 'authorization_code',
    client_id: clientId,
    code: 'no-such-code',
    code_verifier: 'a-code-verifier-that-is-long-enough-for-anybody',
    redirect_uri: callback,
  };
}

function grantRefused(grantType: string, fields: Fields): Question {
  return refused(
    `a single-page application gets nothing for ${grantType.split('/').slice(-2).join('/')}`,
    '§3.3–3.5',
    `403 unauthorized_client Grant type '${grantType}' not allowed for the client.`,
    ({ clientId }) => ({ grant_type: grantType, client_id: clientId, ...fields }),
  );
}

/** What the token endpoint and its neighbours refuse (contract §3, §5). */
export const tokenQuestions: readonly Question[] = [
  refused(
    'a code nobody gave is refused',
    '§3.1',
    '403 invalid_grant Invalid authorization code',
    wrongCode,
  ),
  {
    name: 'the same in JSON is refused in the same words',
    source: '§3',
    expected: '403 invalid_grant Invalid authorization code',
    ask: async (tenant) =>
      oauthRefusal(await ask(tenant, '/oauth/token', jsonBody(wrongCode(tenant)))),
  },
  {
    name: 'a refusal is JSON that nobody keeps',
    source: '§3',
    expected: 'application/json, no-store',
    ask: async (tenant) => {
      const { headers } = await ask(tenant, '/oauth/token', form(wrongCode(tenant)));
      const type = headers.get('content-type')?.split(';')[0] ?? 'no type';
      const keeps = headers.get('cache-control')?.includes('no-store') === true;

      return `${type}, ${keeps ? 'no-store' : String(headers.get('cache-control'))}`;
    },
  },
  refused(
    'a refresh token nobody gave is refused',
    '§3.2',
    '403 invalid_grant Unknown or invalid refresh token.',
    ({ clientId }) => ({
      grant_type: 'refresh_token',
      client_id: clientId,
      refresh_token: 'no-such-token',
    }),
  ),
  refused(
    'a request without a grant type is refused',
    '§3.1',
    '400 invalid_request Missing required parameter: grant_type',
    ({ clientId }) => ({ client_id: clientId }),
  ),
  grantRefused('client_credentials', { audience: 'https://nothing.example/' }),
  grantRefused('password', { username: 'nobody@example.com', password: 'x' }),
  grantRefused(passwordless, { username: 'nobody@example.com', otp: '000000', realm: 'email' }),
  {
    name: 'revoking a token nobody has is no error, and the answer is empty',
    source: '§5',
    expected: '200, empty',
    ask: async (tenant) => {
      const { status, text } = await ask(
        tenant,
        '/oauth/revoke',
        form({ client_id: tenant.clientId, token: 'no-such-token' }),
      );

      return `${status}, ${text === '' ? 'empty' : 'not empty'}`;
    },
  },
  {
    name: 'userinfo without a token is refused with a challenge',
    source: '§5',
    expected: '401, Bearer',
    ask: async (tenant) => {
      const { status, headers } = await ask(tenant, '/userinfo');

      return `${status}, ${headers.get('www-authenticate')?.split(' ')[0] ?? 'no challenge'}`;
    },
  },
];
