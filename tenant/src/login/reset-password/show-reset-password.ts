import { resetPasswordPage as render } from './reset-password-page.ts';
import type { Reply } from '../../protocol/reply.ts';
import { findTicket } from '../flow/passwords/password-ticket.ts';
import type { Exchange } from '../../state/exchange.ts';

/** `GET /u/reset-password`: where the link of a password mail leads. Looking does not spend it. */
export function resetPasswordPage(exchange: Exchange): Reply {
  return render(findTicket(exchange));
}
