import type { Reply } from '../../protocol/reply.ts';
import { html } from '../../ui/html.ts';
import { page } from '../../ui/layout.ts';

/** Asks before a sign-out that nobody vouched for: a link anywhere may have led here (contract §5). */
export function logoutPage(query: URLSearchParams, leadsTo: string | undefined): Reply {
  return page({
    title: 'Sign out',
    leadsTo,
    heading: 'Sign out?',
    lead: 'You will have to sign in again here.',
    main: html`<form method="post" action="/oidc/logout">
      ${[...query].map(
        ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
      )}
      <button class="primary" name="confirmed" value="yes">Sign out</button>
    </form>`,
  });
}

/** Renders the page after a logout that leads nowhere. */
export function loggedOutPage(): Reply {
  return page({
    title: 'Signed out',
    main: html`<p role="status">You can close this window.</p>`,
  });
}
