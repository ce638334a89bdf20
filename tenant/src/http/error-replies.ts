import {
  ManagementError,
  managementStatusText,
  OAuthError,
  PageError,
} from '../protocol/errors.ts';
import { json, type Reply } from '../protocol/http.ts';
import { html } from '../ui/html.ts';
import { page } from '../ui/layout.ts';

/** Renders what an endpoint threw, each kind in its API's own shape. */
export function errorReply(error: unknown): Reply {
  if (error instanceof ManagementError) return managementReply(error);
  if (error instanceof OAuthError) return oauthReply(error);
  if (error instanceof PageError) return errorPage(error);
  console.error(error);

  return json(500, { error: 'server_error', error_description: 'The local tenant has a bug.' });
}

function managementReply({ status, message, errorCode, hasAttributes }: ManagementError): Reply {
  return json(status, {
    statusCode: status,
    error: managementStatusText[status],
    message,
    ...(hasAttributes && { attributes: { error: message } }),
    ...(errorCode !== undefined && { errorCode }),
  });
}

function oauthReply({ status, error, message, headers }: OAuthError): Reply {
  return json(
    status,
    { error, error_description: message },
    error === 'invalid_token'
      ? { 'www-authenticate': 'Bearer error="invalid_token"', ...headers }
      : headers,
  );
}

/** The page that a refusal ends on when nobody else may hear of it (contract §2.2). */
function errorPage({ status, title, message }: PageError): Reply {
  return page({
    status,
    title,
    main: html`<p role="alert">${message}</p>`,
  });
}
