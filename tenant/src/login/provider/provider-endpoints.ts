import { CallbackError, PageError } from '../../protocol/errors.ts';
import { bodyFields, pathParameter, type Reply, textField } from '../../protocol/http.ts';
import { type Connection, newIdentity } from '../../state/config/connection.ts';
import { isEmailAddress, isTooLong } from '../../state/people/attribute-limits.ts';
import { madeUpPerson, nameParts } from '../../state/people/made-up-person.ts';
import { newUser, type Profile } from '../../state/people/user.ts';
import type { Exchange, TenantState } from '../../state/tenant-state.ts';
import type { Texts } from '../../ui/texts/en.ts';
import { typedEmail } from '../../ui/typed-text.ts';
import { abandonSignIn, finishSignIn } from '../flow/finish.ts';
import {
  findTransaction,
  offeredConnection,
  type Transaction,
} from '../flow/session/transaction.ts';
import { type AddAccountForm, emptyForm, providerPage as render } from './provider-page.ts';

/** Answers `GET /provider/{connection}`: where a social or enterprise provider would take over. */
export function providerPage(exchange: Exchange): Reply {
  const { state } = exchange;
  const transaction = findTransaction(exchange);

  return render(transaction, { connection: connectionOf(transaction, exchange), state });
}

/** Answers `POST /provider/{connection}/continue`: the provider vouches for one of its accounts. */
export async function providerContinue(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  const transaction = findTransaction(exchange);
  const connection = connectionOf(transaction, exchange);
  const account = textField(bodyFields(request), 'account');
  const holding = state.users
    .holdingsOf(connection.name)
    .find(({ identity }) => String(identity.user_id) === account);
  if (holding === undefined) {
    throw new PageError(400, 'noSuchAccount', { came: connection.display_name });
  }

  return finishSignIn(transaction, holding, exchange);
}

/** Answers `POST /provider/{connection}/fill`: shows the page again, with somebody made up in its form. */
export function providerFill(exchange: Exchange): Reply {
  const { state } = exchange;
  const transaction = findTransaction(exchange);
  const connection = connectionOf(transaction, exchange);
  const { email, name } = madeUpPerson(connection.name, state.users);

  return render(transaction, { connection, state, form: { ...emptyForm, email, name } });
}

/** Answers `POST /provider/{connection}/deny`: the person says no at the provider (contract §2.2). */
export function providerDeny(exchange: Exchange): Reply {
  const { state } = exchange;
  const transaction = findTransaction(exchange);
  connectionOf(transaction, exchange);
  const refusal = new CallbackError('access_denied', 'User did not authorize the request');

  return abandonSignIn(transaction, refusal, state);
}

function connectionOf(transaction: Transaction, { request, state }: Exchange): Connection {
  const name = pathParameter(request, 'connection');

  return offeredConnection(transaction, { method: 'provider', name }, state);
}

/**
 * Answers `POST /provider/{connection}/add`: the provider gets one more account and vouches for it, so the
 * tenant meets somebody new and creates the user at this sign-in.
 */
export async function providerAdd(exchange: Exchange): Promise<Reply> {
  const { request, state, nowMs } = exchange;
  const transaction = findTransaction(exchange);
  const connection = connectionOf(transaction, exchange);
  const fields = bodyFields(request);
  const form = {
    ...emptyForm,
    email: typedEmail(textField(fields, 'email') ?? ''),
    name: textField(fields, 'name')?.trim() ?? '',
    isVerified: fields['verified'] === 'on',
  };
  const problem = problemWith(form, {
    connection: connection.name,
    texts: transaction.texts,
    state,
  });
  if (problem !== undefined) {
    return render(transaction, { connection, state, form: { ...form, problem } });
  }
  const identity = newIdentity(connection, profileOf(form));
  const user = newUser(identity, nowMs);
  state.users.put(user);
  state.log.append({ type: 'ss', user, connection }, nowMs);

  return finishSignIn(transaction, { user, identity }, exchange);
}

function problemWith(
  form: AddAccountForm,
  {
    connection,
    texts: { common, provider },
    state,
  }: { readonly connection: string; readonly texts: Texts; readonly state: TenantState },
): string | undefined {
  if (!isEmailAddress(form.email)) return common.notAnEmail(form.email);
  if (form.name === '') return provider.enterName;
  if (isTooLong('given_name', form.name)) return provider.shorterName;
  if (state.users.findByEmail(connection, form.email) !== undefined) {
    return provider.there(form.email);
  }

  return undefined;
}

function profileOf({ email, name, isVerified }: AddAccountForm): Profile {
  const [nickname = email] = email.split('@');

  return { email, email_verified: isVerified, ...nameParts(name), nickname };
}
