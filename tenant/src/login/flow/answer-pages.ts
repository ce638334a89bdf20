import type { Reply } from '../../protocol/http.ts';
import { webOriginsOf } from '../../state/config/client.ts';
import type { Callback } from '../../state/sign-ins/sign-in-request.ts';
import { hiddenFields } from '../../ui/fields.ts';
import { html, scriptValue } from '../../ui/html.ts';
import { scriptedPage } from '../../ui/layout.ts';
import { textsIn } from '../../ui/texts/choose-texts.ts';

type Response = Readonly<Record<string, string>>;

/** Posts an answer to the client's callback, for servers that want it so (contract §1). */
export function formPostPage(
  { client, redirectUri, uiLocales }: Callback,
  response: Response,
): Reply {
  const texts = textsIn(uiLocales);

  return scriptedPage({
    texts,
    title: texts.common.backTo(client.name),
    allows: `form-action ${new URL(redirectUri).origin}; `,
    headers: { 'x-frame-options': 'DENY' },
    main: html`<form method="post" action="${redirectUri}">
      ${hiddenFields(Object.entries(response))}
      <button class="primary">${texts.common.continue}</button>
    </form>`,
    script: 'document.forms[0].submit()',
  });
}

/**
 * Hands an answer to the window that asked, by one message to exactly the callback's origin; only
 * the client's web origins may frame it (contract §2.4).
 */
export function webMessagePage(
  { client, redirectUri, uiLocales }: Callback,
  response: Response,
): Reply {
  const message = scriptValue({ type: 'authorization_response', response });
  const origin = scriptValue(new URL(redirectUri).origin);

  const texts = textsIn(uiLocales);

  return scriptedPage({
    texts,
    title: texts.common.backTo(client.name),
    ancestors: client.web_origins.join(' '),
    main: html`<p>${texts.common.closeWindow}</p>`,
    script: `(window.opener || window.parent).postMessage(${message}, ${origin})`,
  });
}

/**
 * Hands an answer to the window that opened this one, in the words of the WinChan library. Lock and
 * auth0-js ask for it by `owp`; the page answers to origins of the client alone (contract §2.1, §4.5).
 */
export function relayPage({ client, uiLocales }: Callback, response: Response): Reply {
  const texts = textsIn(uiLocales);

  return scriptedPage({
    texts,
    title: texts.common.backTo(client.name),
    main: html`<p>${texts.common.closeWindow}</p>`,
    script: relayScript(response, webOriginsOf(client)),
  });
}

/** The opener is told that there is an answer, and gets it when it asks, which tells its origin. */
function relayScript(response: Response, origins: readonly string[]): string {
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
