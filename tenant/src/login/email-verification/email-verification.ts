import { type Reply, text } from '../../protocol/reply.ts';
import type { Exchange } from '../../state/exchange.ts';
import { verifyEmail } from '../flow/passwords/verification-ticket.ts';
import { emailVerifiedPage } from './email-verified-page.ts';

/** `GET /u/email-verification`: where the link of a verification mail leads. Opening it is enough. */
export function emailVerification(exchange: Exchange): Reply {
  if (exchange.request.method === 'HEAD') return text(200, '');
  verifyEmail(exchange);

  return emailVerifiedPage();
}
