import type { Reply } from '../../protocol/reply.ts';
import { bodyFields, textField } from '../../protocol/request.ts';
import type { Exchange } from '../../state/exchange.ts';
import { typedEmail } from '../../ui/typed-text.ts';
import { sendPasswordLink } from '../flow/passwords/password-ticket.ts';
import { findTransaction, offeredConnections } from '../flow/session/transaction.ts';
import { forgotPasswordPage as render, linkSentPage } from './forgot-password-page.ts';

/** Answers `GET /u/forgot-password`: asks for the address. */
export function forgotPasswordPage(exchange: Exchange): Reply {
  const transaction = findTransaction(exchange);

  return render(transaction, transaction.request.loginHint ?? '');
}

/** Answers `POST /u/forgot-password`: sends the link, and says the same for an address nobody has. */
export function forgotPassword(exchange: Exchange): Reply {
  const { request, state } = exchange;
  const transaction = findTransaction(exchange);
  const email = typedEmail(textField(bodyFields(request), 'email') ?? '');
  for (const { name } of offeredConnections(transaction, 'password', state)) {
    sendPasswordLink(name, email, exchange);
  }

  return linkSentPage(transaction, email);
}
