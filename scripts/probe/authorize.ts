import { type Answer, ask, pageOrRedirect } from './ask.ts';
import type { ProbedTenant, Question } from './question.ts';

const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const state = 'the+state/with==';

function authorize(
  tenant: ProbedTenant,
  changes: Readonly<Record<string, string | undefined>>,
): Promise<Answer> {
  const params: Readonly<Record<string, string | undefined>> = {
    client_id: tenant.clientId,
    redirect_uri: tenant.callback,
    response_type: 'code',
    scope: 'openid',
    state,
    nonce: 'nonce',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    prompt: 'none',
    ...changes,
  };
  const query = new URLSearchParams(
    Object.entries(params).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );

  return ask(tenant, `/authorize?${query.toString()}`);
}

/** What the client reads at its callback, on one line. */
function atCallback(answer: Answer, { callback }: ProbedTenant): string {
  const location = answer.headers.get('location') ?? '';
  if (!location.startsWith(callback)) return pageOrRedirect(answer);
  const url = new URL(location);
  const params = url.hash === '' ? url.searchParams : new URLSearchParams(url.hash.slice(1));
  const stays = params.get('state') === state ? '' : ` state ${String(params.get('state'))}`;

  return `${String(params.get('error'))}: ${String(params.get('error_description'))}${stays}`;
}

function refusedAtCallback(
  name: string,
  source: string,
  expected: string,
  changes: Readonly<Record<string, string | undefined>>,
): Question {
  return {
    name,
    source,
    expected,
    ask: async (tenant) => atCallback(await authorize(tenant, changes), tenant),
  };
}

function refusedOnPage(
  name: string,
  changes: Readonly<Record<string, string | undefined>>,
): Question {
  return {
    name,
    source: '§2.2',
    expected: 'a page that refuses',
    ask: async (tenant) => pageOrRedirect(await authorize(tenant, changes)),
  };
}

/** What `/authorize` says to a browser that nobody is signed in with (contract §2). */
export const authorizeQuestions: readonly Question[] = [
  refusedOnPage('an unknown client is sent nowhere', { client_id: 'nobody' }),
  refusedOnPage('a callback that is not registered is not used', {
    redirect_uri: 'https://attacker.example/callback',
  }),
  refusedAtCallback(
    'without a session prompt=none is refused, and the state comes back as it was',
    '§2.3',
    'login_required: Login required',
    {},
  ),
  refusedAtCallback(
    'a response type nobody knows is refused at the callback',
    '§2.2',
    'unsupported_response_type: Unsupported response type: cookie',
    { response_type: 'cookie' },
  ),
  refusedAtCallback(
    'a public client without PKCE is refused',
    'security rules',
    'invalid_request: Missing required parameter: code_challenge',
    { code_challenge: undefined, code_challenge_method: undefined },
  ),
  refusedAtCallback(
    'an audience nobody knows is refused',
    '§2.1',
    'access_denied: Service not found: https://nothing.example/',
    { audience: 'https://nothing.example/' },
  ),
  {
    name: 'in an iframe the refusal comes as a message for the client’s own origin',
    source: '§2.4',
    expected: 'authorization_response with login_required',
    ask: async (tenant) => {
      const { status, text } = await authorize(tenant, { response_mode: 'web_message' });
      const isMessage = text.includes('authorization_response') && text.includes('login_required');

      return status === 200 && isMessage
        ? 'authorization_response with login_required'
        : `status ${status}`;
    },
  },
];
