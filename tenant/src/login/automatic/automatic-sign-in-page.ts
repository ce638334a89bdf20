import { secretId } from '../../protocol/random.ts';
import type { Reply } from '../../protocol/reply.ts';
import { html } from '../../ui/html.ts';
import { documentOf, pageHeaders } from '../../ui/layout.ts';
import { automaticSignInAddress } from '../flow/request/addresses.ts';
import type { Transaction } from '../flow/session/transaction.ts';

/** Renders the page that answers in the place of every other: it sends its one form by itself. */
export function automaticSignInPage(transaction: Transaction): Reply {
  const nonce = secretId();
  const { callback } = transaction.request;

  return {
    status: 200,
    headers: {
      ...pageHeaders,
      'content-security-policy': `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self'; img-src data:; form-action 'self' ${new URL(callback.redirectUri).origin}; base-uri 'none'; frame-ancestors 'none'`,
      'x-frame-options': 'DENY',
    },
    body: documentOf(
      'Signing in',
      html`<h1>Signing in</h1>
        <p class="lead">Somebody has said who signs in next, so nobody is asked.</p>
        <form method="post" action="${automaticSignInAddress(transaction)}">
          <button class="primary">Continue</button>
        </form>
        <script nonce="${nonce}">
          document.forms[0].submit();
        </script>`,
    ).text,
  };
}
