import type { Reply } from '../../../protocol/http.ts';
import { html, scriptValue } from '../../../ui/html.ts';
import { scriptedPage } from '../../../ui/layout.ts';
import { pageQuery, type Transaction } from './transaction.ts';

/** How long the client's page may take to say that it is there. */
const readyTimeoutMs = 10_000;

interface Verification {
  readonly transaction: Transaction;
  readonly ticket: string;
  /** The half of the exchange that the client's page finds its verifier by. */
  readonly id: string;
  /** The client's page that holds the verifier. */
  readonly location: string;
  /** Where the tenant is. */
  readonly origin: string;
}

/**
 * Asks a page of the client, in a frame, for the verifier that `/co/authenticate` gave to this
 * browser, for the cookie that should have come did not (contract §4.4).
 */
export function crossOriginVerificationPage(verification: Verification): Reply {
  const { transaction, ticket, location, origin } = verification;
  const { texts } = transaction;
  const { client, redirectUri, responseMode } = transaction.request.callback;
  const asker = new URL(location).origin;

  return scriptedPage({
    texts,
    title: texts.common.backTo(client.name),
    allows: `frame-src ${asker}; form-action 'self' ${new URL(redirectUri).origin}; `,
    ancestors: responseMode === 'web_message' ? client.web_origins.join(' ') : "'none'",
    main: html`<p>${texts.sameBrowser.asks(client.name)}</p>
      <form method="post" action="/co/verify?${pageQuery(transaction).toString()}">
        <input type="hidden" name="login_ticket" value="${ticket}" />
        <input type="hidden" name="verifier" value="" />
        <button>${texts.sameBrowser.instead}</button>
      </form>
      <iframe hidden title="${client.name}"></iframe>`,
    script: scriptOf(verification, `${location}#origin=${encodeURIComponent(origin)}`, asker),
  });
}

function scriptOf({ id }: Verification, address: string, asker: string): string {
  return `const form = document.forms[0];
const frame = document.querySelector('iframe');
addEventListener('message', ({ source, origin, data }) => {
  if (source !== frame.contentWindow || origin !== ${scriptValue(asker)}) return;
  if (data.type === 'ready') {
    source.postMessage({ type: 'co_verifier_request', request: { id: ${scriptValue(id)} } }, origin);
  }
  if (data.type === 'co_verifier_response') {
    form.elements.verifier.value = data.response.verifier;
    form.submit();
  }
});
frame.src = ${scriptValue(address)};
setTimeout(() => form.submit(), ${readyTimeoutMs})`;
}
