import {
  ManagementError,
  managementStatusText,
  OAuthError,
  PageError,
} from '../protocol/errors.ts';
import { json, type Reply } from '../protocol/http.ts';
import type { TenantState } from '../state/tenant-state.ts';
import { appLink, likelyApp } from '../ui/app-link.ts';
import { html } from '../ui/html.ts';
import { page } from '../ui/layout.ts';
import { chooseTexts } from '../ui/texts/choose-texts.ts';
import { en } from '../ui/texts/en.ts';

/** Which request was refused, and by what tenant: what a page for a person depends on. */
interface Meets {
  readonly asked: Request;
  readonly state: TenantState;
}

/** Renders what an endpoint threw, each kind in its API's own shape. */
export function errorReply(error: unknown, meets?: Meets): Reply {
  if (error instanceof ManagementError) return managementReply(error);
  if (error instanceof OAuthError) return oauthReply(error);
  if (error instanceof PageError) return errorPage(error, meets);
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

/** The page that a refusal ends on when nobody else may hear of it (contract §2.2); it names what came, and leads on. */
function errorPage({ status, fault, came, allowed }: PageError, meets: Meets | undefined): Reply {
  const query = new URL(meets?.asked.url ?? 'http://localhost').searchParams;
  const texts = meets ? chooseTexts({ query, headers: meets.asked.headers }, meets.state) : en;
  const [title, message] = texts.errors[fault];
  const app = meets && likelyApp(meets.state, query.get('client_id') ?? undefined);

  return page({
    texts,
    status,
    title,
    // What is not allowed is allowed there.
    mendedAt: allowed.length > 0 && app ? `applications#application-${app.client_id}` : undefined,
    main: html`<p role="alert">${message(came)}</p>
      ${
        allowed.length === 0
          ? undefined
          : html`<ul class="allowed">
              ${allowed.map((each) => html`<li><code>${each}</code></li> `)}
            </ul>`
      }
      ${appLink(texts, app)}`,
  });
}
