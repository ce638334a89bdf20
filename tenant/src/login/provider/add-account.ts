import { nameParts } from '../../state/people/made-up-person.ts';
import type { Reply } from '../../protocol/reply.ts';
import { bodyFields, pathParameter, textField } from '../../protocol/request.ts';
import { newIdentity } from '../../state/config/connection.ts';
import type { Exchange } from '../../state/exchange.ts';
import { isEmailAddress, isTooLong } from '../../state/people/attribute-limits.ts';
import { newUser, type Profile } from '../../state/people/user.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { typedEmail } from '../../ui/typed-text.ts';
import { finishSignIn } from '../flow/finish.ts';
import { findTransaction, offeredConnection } from '../flow/session/transaction.ts';
import { emptyForm, providerPage } from './provider-page.ts';

/**
 * Answers `POST /provider/{connection}/add`: the provider gets one more account and vouches for it, so the
 * tenant meets somebody new and creates the user at this sign-in.
 */
export async function providerAdd(exchange: Exchange): Promise<Reply> {
  const { request, state, nowMs } = exchange;
  const transaction = findTransaction(exchange);
  const name = pathParameter(request, 'connection');
  const connection = offeredConnection(transaction, { method: 'provider', name }, state);
  const fields = bodyFields(request);
  const form = {
    ...emptyForm,
    email: typedEmail(textField(fields, 'email') ?? ''),
    name: textField(fields, 'name')?.trim() ?? '',
    isVerified: fields['verified'] === 'on',
  };
  const problem = problemWith(form, connection.name, state);
  if (problem !== undefined) {
    return providerPage(transaction, { connection, state, form: { ...form, problem } });
  }
  const identity = newIdentity(connection, profileOf(form));
  const user = newUser(identity, nowMs);
  state.users.put(user);
  state.log.append({ type: 'ss', user, connection }, nowMs);

  return finishSignIn(transaction, { user, identity }, exchange);
}

interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly isVerified: boolean;
}

function problemWith(form: NewAccount, connection: string, state: TenantState): string | undefined {
  if (!isEmailAddress(form.email)) return 'Enter an email address.';
  if (form.name === '') return 'Enter a name.';
  if (isTooLong('given_name', form.name)) return 'Enter a shorter name.';
  if (state.users.findByEmail(connection, form.email) !== undefined) {
    return 'This account is in the list already.';
  }

  return undefined;
}

function profileOf({ email, name, isVerified }: NewAccount): Profile {
  const [nickname = email] = email.split('@');

  return { email, email_verified: isVerified, ...nameParts(name), nickname };
}
