import type { Reply } from '../../protocol/reply.ts';
import { bodyFields, textField } from '../../protocol/request.ts';
import type { Exchange } from '../../state/exchange.ts';
import { typedEmail } from '../../ui/typed-text.ts';
import { finishSignIn } from '../flow/finish.ts';
import { checkPassword } from '../flow/passwords/check-password.ts';
import { findTransaction, offeredConnections } from '../flow/session/transaction.ts';
import { signInPage } from './sign-in-page.ts';

/** Answers `GET /u/login`: the tenant's own sign-in page, with the address prefilled by `login_hint`. */
export function passwordPage(exchange: Exchange): Reply {
  const transaction = findTransaction(exchange);

  return signInPage(transaction, exchange.state, { email: transaction.request.loginHint ?? '' });
}

// One text for both, so that the page does not tell which addresses have an account.
const problems = {
  wrong: 'Wrong email address or password.',
  tooMany: 'Too many wrong passwords. Set a new one, then try again.',
  leaked:
    'This password was in a data breach elsewhere, so that it opens nothing here. Set a new one, then try again.',
};

/** Answers `POST /u/login`: checks an e-mail address and its password. */
export async function passwordSignIn(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  const transaction = findTransaction(exchange);
  const fields = bodyFields(request);
  const email = textField(fields, 'email') ?? '';
  const password = textField(fields, 'password') ?? '';
  const connections = offeredConnections(transaction, 'password', state);
  const attempt = { connections, name: typedEmail(email), password, ip: request.ip };
  const checked = checkPassword(attempt, exchange);
  if (typeof checked === 'string') {
    return signInPage(transaction, state, { email, problem: problems[checked] });
  }

  return finishSignIn(transaction, checked, exchange);
}
