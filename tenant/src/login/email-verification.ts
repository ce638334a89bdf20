import { type Reply, text } from '../protocol/http.ts';
import type { Exchange } from '../state/tenant-state.ts';
import { appLink, likelyApp } from '../ui/app-link.ts';
import { html } from '../ui/html.ts';
import { page } from '../ui/layout.ts';
import { chooseTexts } from '../ui/texts/choose-texts.ts';
import { verifyEmail } from './flow/passwords/mail-tickets.ts';

/** Answers `GET /u/email-verification`: where the link of a verification mail leads. Opening it is enough. */
export function emailVerification(exchange: Exchange): Reply {
  if (exchange.request.method === 'HEAD') return text(200, '');
  verifyEmail(exchange);

  const texts = chooseTexts(exchange.request, exchange.state);
  const { title, done } = texts.verified;

  return page({
    texts,
    title,
    main: html`<p role="status">${done}</p>
      ${appLink(texts, likelyApp(exchange.state))}`,
  });
}
