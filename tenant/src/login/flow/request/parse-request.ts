import { readIdTokenHint } from '../../../oauth/tokens/token-checks.ts';
import { CallbackError, invalidRequest } from '../../../protocol/errors.ts';
import { parameter } from '../../../protocol/http.ts';
import { isPublic } from '../../../state/config/client.ts';
import type {
  Callback,
  Prompt,
  ResponseType,
  SignInRequest,
} from '../../../state/sign-ins/sign-in-request.ts';
import type { TenantState } from '../../../state/tenant-state.ts';
import { parseOrganization } from './organization.ts';

/** Reads what the client asks for. What is wrong with it throws a `CallbackError`, for the callback (contract §2). */
export async function parseSignInRequest(
  query: URLSearchParams,
  callback: Callback,
  state: TenantState,
): Promise<SignInRequest> {
  const responseTypes = parseResponseTypes(query, callback);

  return {
    callback,
    responseTypes,
    scope: (parameter(query, 'scope') ?? '').split(' ').filter((scope) => scope !== ''),
    audience: parseAudience(query, state),
    nonce: parameter(query, 'nonce'),
    codeChallenge: responseTypes.includes('code') ? parseCodeChallenge(query, callback) : undefined,
    dpopKey: parseDpopKey(query),
    prompts: parsePrompts(query),
    maxAgeMs: parseMaxAgeMs(query),
    connection: parseConnection(query, callback, state),
    loginHint: parameter(query, 'login_hint'),
    wantsSignUp: parameter(query, 'screen_hint') === 'signup',
    organization: parseOrganization(query, callback.client, state),
    hintedUserId: await parseIdTokenHint(query, callback, state),
    query: Object.fromEntries(query),
  };
}

/** Public clients prove themselves by PKCE alone, so S256 is not a choice (SEC-06). */
function parseCodeChallenge(query: URLSearchParams, { client }: Callback): string | undefined {
  const challenge = parameter(query, 'code_challenge');
  if (challenge === undefined) {
    if (isPublic(client)) throw invalidRequest('Missing required parameter: code_challenge');

    return undefined;
  }
  if (parameter(query, 'code_challenge_method') !== 'S256') {
    throw invalidRequest('The code_challenge_method must be S256');
  }
  if (!/^[\w-]{43}$/.test(challenge))
    throw invalidRequest('The code_challenge is not a SHA-256 hash');

  return challenge;
}

function parseDpopKey(query: URLSearchParams): string | undefined {
  const thumbprint = parameter(query, 'dpop_jkt');
  if (thumbprint !== undefined && !/^[\w-]{43}$/.test(thumbprint)) {
    throw invalidRequest('The dpop_jkt is not a SHA-256 thumbprint');
  }

  return thumbprint;
}

function parseAudience(query: URLSearchParams, state: TenantState): string | undefined {
  const audience = parameter(query, 'audience') ?? state.config.settings.defaultAudience;
  if (audience === undefined || audience === state.userinfoAudience) return audience;
  if (!state.config.apis.has(audience)) {
    throw new CallbackError('access_denied', `Service not found: ${audience}`);
  }

  return audience;
}

const knownPrompts: readonly Prompt[] = ['none', 'login', 'consent', 'select_account'];

function parsePrompts(query: URLSearchParams): readonly Prompt[] {
  const asked = (parameter(query, 'prompt') ?? '').split(' ').filter((prompt) => prompt !== '');
  const prompts = knownPrompts.filter((prompt) => asked.includes(prompt));
  const unknown = asked.find((prompt) => !prompts.some((known) => known === prompt));
  if (unknown !== undefined) throw invalidRequest(`Unsupported prompt: ${unknown}`);
  if (prompts.includes('none') && prompts.length > 1) {
    throw invalidRequest('prompt none cannot be combined with another');
  }

  return prompts;
}

function parseMaxAgeMs(query: URLSearchParams): number | undefined {
  const seconds = parameter(query, 'max_age');
  if (seconds === undefined) return undefined;
  if (!/^\d{1,9}$/.test(seconds)) throw invalidRequest('max_age must be a number of seconds');

  return Number(seconds) * 1000;
}

function parseConnection(
  query: URLSearchParams,
  { client }: Callback,
  state: TenantState,
): string | undefined {
  // The SDK for pages calls it realm when it brings a login ticket (contract §2.1).
  const name = parameter(query, 'connection') ?? parameter(query, 'realm');
  if (name === undefined) return undefined;
  const isEnabled = state.connectionsOf(client).some((connection) => connection.name === name);
  if (!isEnabled)
    throw invalidRequest('the connection was not found or is not enabled for the client');

  return name;
}

async function parseIdTokenHint(
  query: URLSearchParams,
  { client }: Callback,
  state: TenantState,
): Promise<string | undefined> {
  const hint = parameter(query, 'id_token_hint');
  if (hint === undefined) return undefined;
  const read = await readIdTokenHint(hint, state);
  if (read?.clientId !== client.client_id) throw invalidRequest('The id_token_hint is not valid');

  return read.userId;
}

const known: readonly ResponseType[] = ['code', 'token', 'id_token'];
const knownModes = ['query', 'fragment', 'form_post', 'web_message'];

/** Reads `response_type`. Throws a `CallbackError` if the client may not have it that way (contract §1, §2.1). */
function parseResponseTypes(query: URLSearchParams, { client }: Callback): readonly ResponseType[] {
  const text = parameter(query, 'response_type');
  if (text === undefined) throw invalidRequest('Missing required parameter: response_type');
  const asked = text.split(' ');
  const types = known.filter((type) => asked.includes(type));
  if (types.length !== asked.length) {
    throw new CallbackError('unsupported_response_type', `Unsupported response type: ${text}`);
  }
  const grants = [
    ...(types.includes('code') ? ['authorization_code'] : []),
    ...(types.some((type) => type !== 'code') ? ['implicit'] : []),
  ];
  const missing = grants.find((grant) => !client.grant_types.includes(grant));
  if (missing !== undefined) {
    throw new CallbackError(
      'unauthorized_client',
      `Grant type '${missing}' not allowed for the client.`,
    );
  }
  requireMode(query, types);

  return types;
}

function requireMode(query: URLSearchParams, types: readonly ResponseType[]): void {
  const mode = parameter(query, 'response_mode');
  if (mode !== undefined && !knownModes.includes(mode)) {
    throw invalidRequest(`Unsupported response mode: ${mode}`);
  }
  if (mode === 'query' && types.some((type) => type !== 'code')) {
    throw invalidRequest('The response mode query cannot carry tokens');
  }
  // Nothing else ties an ID token that comes through the browser to this very request (OIDC Core §3.2.2.1).
  if (types.includes('id_token') && parameter(query, 'nonce') === undefined) {
    throw invalidRequest('Missing required parameter: nonce');
  }
}
