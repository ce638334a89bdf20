import { secretId } from '../../protocol/random.ts';
import type { Reply } from '../../protocol/reply.ts';
import type { Callback } from '../../state/sign-ins/sign-in-request.ts';
import { html } from '../../ui/html.ts';
import { documentOf, pageHeaders } from '../../ui/layout.ts';

/** Posts an answer to the client's callback, for servers that want it so (contract §1). */
export function formPostPage(
  { client, redirectUri }: Callback,
  answer: Readonly<Record<string, string>>,
): Reply {
  const nonce = secretId();

  return {
    status: 200,
    headers: {
      ...pageHeaders,
      'content-security-policy': `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self'; img-src data:; form-action ${new URL(redirectUri).origin}; base-uri 'none'; frame-ancestors 'none'`,
      'x-frame-options': 'DENY',
    },
    body: documentOf(
      `Back to ${client.name}`,
      html`<h1>Back to ${client.name}</h1>
        <form method="post" action="${redirectUri}">
          ${Object.entries(answer).map(
            ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
          )}
          <button class="primary">Continue</button>
        </form>
        <script nonce="${nonce}">
          document.forms[0].submit();
        </script>`,
    ).text,
  };
}
