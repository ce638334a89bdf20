import type { Reply } from '../../protocol/reply.ts';
import { html } from '../../ui/html.ts';
import { page } from '../../ui/layout.ts';

/** The page that the link of a verification mail ends on. */
export function emailVerifiedPage(): Reply {
  return page({
    title: 'Email verified',
    main: html`<h1>Email verified</h1>
      <p role="status">Your email was verified. You can continue using the application.</p>`,
  });
}
