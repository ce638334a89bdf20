import { PageError } from '../../../protocol/errors.ts';
import { parameter } from '../../../protocol/http.ts';
import { hasWebOrigin } from '../../../state/config/client.ts';
import type { Callback, ResponseMode } from '../../../state/sign-ins/sign-in-request.ts';
import type { TenantState } from '../../../state/tenant-state.ts';

/**
 * Reads where the answer goes. A wrong client, callback or web origin throws a `PageError`: until the callback is
 * known nothing is sent anywhere (contract §2.2; SEC-07, SEC-24).
 */
export function parseCallback(query: URLSearchParams, state: TenantState): Callback {
  const clientId = parameter(query, 'client_id') ?? '';
  const client = state.config.clients.get(clientId);
  if (client === undefined) throw new PageError(400, 'unknownApplication', { came: clientId });
  const redirectUri = parameter(query, 'redirect_uri') ?? '';
  if (!client.callbacks.includes(redirectUri)) {
    throw new PageError(400, 'callbackMismatch', {
      came: redirectUri,
      allowed: client.callbacks,
    });
  }
  const responseMode = parseResponseMode(query);
  const { origin } = new URL(redirectUri);
  if (responseMode === 'web_message' && !hasWebOrigin(client, origin)) {
    throw new PageError(403, 'originNotAllowed', { came: origin, allowed: client.web_origins });
  }

  return {
    ...{ client, redirectUri, responseMode },
    state: parameter(query, 'state'),
    uiLocales: parameter(query, 'ui_locales'),
  };
}

/** The mode that was asked for; else tokens travel in the fragment and a code in the query. */
function parseResponseMode(query: URLSearchParams): ResponseMode {
  const asked = parameter(query, 'response_mode');
  const types = (parameter(query, 'response_type') ?? '').split(' ');
  const hasTokens = types.includes('token') || types.includes('id_token');
  switch (asked) {
    case 'web_message':
    case 'form_post':
    case 'fragment':
      return asked;
    default:
      // The window that asked wants the answer from a page of the tenant (contract §2.1).
      if (parameter(query, 'owp') === 'true') return 'relay';

      // Tokens in a query would end in logs and histories (OAuth 2.0 Multiple Response Types §2.1).
      return hasTokens ? 'fragment' : 'query';
  }
}
