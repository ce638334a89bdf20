import { type Reply, text } from '../protocol/http.ts';
import type { Exchange } from '../state/tenant-state.ts';
import { html } from '../ui/html.ts';
import { page } from '../ui/layout.ts';
import { verifyEmail } from './flow/passwords/mail-tickets.ts';

/** Answers `GET /u/email-verification`: where the link of a verification mail leads. Opening it is enough. */
export function emailVerification(exchange: Exchange): Reply {
  if (exchange.request.method === 'HEAD') return text(200, '');
  verifyEmail(exchange);

  return page({
    title: 'Email verified',
    main: html`<p role="status">
      Your email was verified. You can continue using the application.
    </p>`,
  });
}
