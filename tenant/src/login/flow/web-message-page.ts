import { secretId } from '../../protocol/random.ts';
import type { Reply } from '../../protocol/reply.ts';
import type { Callback } from '../../state/sign-ins/sign-in-request.ts';
import { html, rawHtml } from '../../ui/html.ts';
import { documentOf, pageHeaders } from '../../ui/layout.ts';
import { scriptValue } from '../../ui/script-value.ts';

/**
 * Hands an answer to the window that asked, by one message to exactly the callback's origin; only
 * the client's web origins may frame it (contract §2.4).
 */
export function webMessagePage(
  { client, redirectUri }: Callback,
  response: Readonly<Record<string, string>>,
): Reply {
  const nonce = secretId();
  const message = scriptValue({ type: 'authorization_response', response });
  const origin = scriptValue(new URL(redirectUri).origin);

  return {
    status: 200,
    headers: {
      ...pageHeaders,
      'content-security-policy': `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors ${client.web_origins.join(' ')}`,
    },
    body: documentOf(
      `Back to ${client.name}`,
      html`<script nonce="${nonce}">
          (window.opener || window.parent).postMessage(${rawHtml(message)}, ${rawHtml(origin)});
        </script>
        <h1>Back to ${client.name}</h1>
        <p>You can close this window.</p>`,
    ).text,
  };
}
