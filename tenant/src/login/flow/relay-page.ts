import { secretId } from '../../protocol/random.ts';
import type { Reply } from '../../protocol/reply.ts';
import { webOriginsOf } from '../../state/config/client.ts';
import type { Callback } from '../../state/sign-ins/sign-in-request.ts';
import { html, rawHtml } from '../../ui/html.ts';
import { documentOf, pageHeaders } from '../../ui/layout.ts';
import { scriptValue } from '../../ui/script-value.ts';

/**
 * Hands an answer to the window that opened this one, in the words of the WinChan library. Lock and
 * auth0-js ask for it by `owp`; the page answers to origins of the client alone (contract §2.1, §4.5).
 */
export function relayPage({ client }: Callback, response: Readonly<Record<string, string>>): Reply {
  const nonce = secretId();

  return {
    status: 200,
    headers: {
      ...pageHeaders,
      'content-security-policy': `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'`,
    },
    body: documentOf(
      `Back to ${client.name}`,
      html`<script nonce="${nonce}">
          ${rawHtml(scriptOf(response, webOriginsOf(client)))};
        </script>
        <h1>Back to ${client.name}</h1>
        <p>You can close this window.</p>`,
    ).text,
  };
}

/** The opener is told that there is an answer, and gets it when it asks, which tells its origin. */
function scriptOf(response: Readonly<Record<string, string>>, origins: readonly string[]): string {
  return `const origins = ${scriptValue(origins)};
addEventListener('message', ({ source, origin, data }) => {
  if (source !== window.opener || !origins.includes(origin)) return;
  let message;
  try {
    message = JSON.parse(data);
  } catch {
    return;
  }
  if (message?.a !== 'request') return;
  source.postMessage(JSON.stringify({ a: 'response', d: ${scriptValue(response)} }), origin);
});
window.opener?.postMessage(JSON.stringify({ a: 'ready' }), '*')`;
}
