import { CallbackError, PageError } from '../protocol/errors.ts';
import { parameter } from '../protocol/request.ts';
import type { Callback, SignInRequest } from '../state/sign-in-request.ts';
import type { TenantState } from '../state/tenant-state.ts';

/**
 * Where the answer may go. Until this is known nothing is sent anywhere: a wrong client, callback
 * or web origin ends on a page of the tenant (contract §2.2; SEC-07, SEC-24).
 */
export function parseCallback(query: URLSearchParams, state: TenantState): Callback {
  const client = state.clients.get(parameter(query, 'client_id') ?? '');
  if (client === undefined) {
    throw new PageError(400, 'Unknown application', 'No application with this client_id exists.');
  }
  const redirectUri = parameter(query, 'redirect_uri') ?? '';
  if (!client.callbacks.includes(redirectUri)) {
    throw new PageError(
      400,
      'Callback URL mismatch',
      `The redirect_uri is not one of the callback URLs allowed for ${client.name}.`,
    );
  }
  const responseMode =
    parameter(query, 'response_mode') === 'web_message' ? 'web_message' : 'query';
  if (responseMode === 'web_message' && !client.web_origins.includes(new URL(redirectUri).origin)) {
    throw new PageError(
      403,
      'Origin not allowed',
      `The origin of the redirect_uri is not one of the web origins allowed for ${client.name}.`,
    );
  }

  return { client, redirectUri, responseMode, state: parameter(query, 'state') };
}

/** What the client asked for; what is wrong with it is told at the callback (contract §2). */
export function parseSignInRequest(
  query: URLSearchParams,
  callback: Callback,
  state: TenantState,
): SignInRequest {
  requireCodeFlow(query, callback);

  return {
    callback,
    scope: (parameter(query, 'scope') ?? '').split(' ').filter((scope) => scope !== ''),
    audience: parseAudience(query, state),
    nonce: parameter(query, 'nonce'),
    codeChallenge: parseCodeChallenge(query),
    prompt: parsePrompt(query),
    maxAge: parseMaxAge(query),
    connection: parseConnection(query, callback, state),
    loginHint: parameter(query, 'login_hint'),
  };
}

function requireCodeFlow(query: URLSearchParams, { client }: Callback): void {
  const responseType = parameter(query, 'response_type');
  if (responseType === undefined) throw invalid('Missing required parameter: response_type');
  if (responseType !== 'code') {
    throw new CallbackError(
      'unsupported_response_type',
      `Unsupported response type: ${responseType}`,
    );
  }
  if (!client.grant_types.includes('authorization_code')) {
    throw new CallbackError(
      'unauthorized_client',
      "Grant type 'authorization_code' not allowed for the client.",
    );
  }
  const responseMode = parameter(query, 'response_mode') ?? 'query';
  if (responseMode !== 'query' && responseMode !== 'web_message') {
    throw invalid(`Unsupported response mode: ${responseMode}`);
  }
}

/** Public clients prove themselves by PKCE alone, so S256 is not a choice (SEC-06). */
function parseCodeChallenge(query: URLSearchParams): string {
  const challenge = parameter(query, 'code_challenge');
  if (challenge === undefined) throw invalid('Missing required parameter: code_challenge');
  if (parameter(query, 'code_challenge_method') !== 'S256') {
    throw invalid('The code_challenge_method must be S256');
  }
  if (!/^[\w-]{43}$/.test(challenge)) throw invalid('The code_challenge is not a SHA-256 hash');

  return challenge;
}

function parseAudience(query: URLSearchParams, state: TenantState): string | undefined {
  const audience = parameter(query, 'audience');
  const known = [undefined, state.managementAudience, state.userinfoAudience];
  if (!known.includes(audience)) {
    throw new CallbackError('access_denied', `Service not found: ${audience ?? ''}`);
  }

  return audience;
}

function parsePrompt(query: URLSearchParams): SignInRequest['prompt'] {
  const prompts = (parameter(query, 'prompt') ?? '').split(' ').filter((prompt) => prompt !== '');
  const unknown = prompts.find(
    (prompt) => !['none', 'login', 'consent', 'select_account'].includes(prompt),
  );
  if (unknown !== undefined) throw invalid(`Unsupported prompt: ${unknown}`);
  if (prompts.includes('none')) {
    if (prompts.length > 1) throw invalid('prompt none cannot be combined with another');

    return 'none';
  }

  return prompts.includes('login') ? 'login' : undefined;
}

function parseMaxAge(query: URLSearchParams): number | undefined {
  const maxAge = parameter(query, 'max_age');
  if (maxAge === undefined) return undefined;
  if (!/^\d{1,9}$/.test(maxAge)) throw invalid('max_age must be a number of seconds');

  return Number(maxAge);
}

function parseConnection(
  query: URLSearchParams,
  { client }: Callback,
  state: TenantState,
): string | undefined {
  const name = parameter(query, 'connection');
  if (name === undefined) return undefined;
  const isEnabled = state.connectionsOf(client).some((connection) => connection.name === name);
  if (!isEnabled) throw invalid('the connection was not found or is not enabled for the client');

  return name;
}

function invalid(description: string): CallbackError {
  return new CallbackError('invalid_request', description);
}
