import type { Reply } from '../../protocol/reply.ts';
import type { Exchange } from '../../state/exchange.ts';
import { findTicket } from '../flow/passwords/password-ticket.ts';
import { resetPasswordPage as render } from './reset-password-page.ts';

/** `GET /u/reset-password`: where the link of a password mail leads. Looking does not spend it. */
export function resetPasswordPage(exchange: Exchange): Reply {
  return render(findTicket(exchange));
}
