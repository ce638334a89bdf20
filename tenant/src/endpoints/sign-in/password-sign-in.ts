import { createHash, timingSafeEqual } from 'node:crypto';

import { signInPage } from '../../pages/sign-in-page.ts';
import type { Reply } from '../../protocol/reply.ts';
import { bodyFields, textField, type TenantRequest } from '../../protocol/request.ts';
import { finishSignIn } from '../../sign-in/finish.ts';
import { findTransaction, offeredConnections } from '../../sign-in/transaction.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** `POST /u/login`: checks an e-mail address and its password. */
export function passwordSignIn(request: TenantRequest, state: TenantState, now: number): Reply {
  const transaction = findTransaction(request, state, now);
  const fields = bodyFields(request);
  const email = textField(fields, 'email') ?? '';
  const password = textField(fields, 'password') ?? '';
  const found = offeredConnections(transaction, 'password', state)
    .map(({ name }) => state.users.findByEmail(name, email))
    .find((holding) => holding !== undefined && isSame(holding.identity.password, password));
  if (found === undefined) {
    // One text for both, so that the page does not tell which addresses have an account.
    return signInPage(transaction, state, { email, problem: 'Wrong email address or password.' });
  }

  return finishSignIn(transaction, found, request, state, now);
}

function isSame(expected: string | undefined, actual: string): boolean {
  return expected !== undefined && timingSafeEqual(digest(expected), digest(actual));
}

function digest(password: string): Buffer {
  return createHash('sha256').update(password).digest();
}
