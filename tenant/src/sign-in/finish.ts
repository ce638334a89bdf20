import { CallbackError } from '../protocol/errors.ts';
import { type Reply, withHeader } from '../protocol/reply.ts';
import type { TenantRequest } from '../protocol/request.ts';
import { secretId } from '../state/random.ts';
import type { Session } from '../state/session.ts';
import type { SignInRequest } from '../state/sign-in-request.ts';
import type { TenantState } from '../state/tenant-state.ts';
import type { Identity, User } from '../state/user.ts';
import { replaceSession } from './browser-session.ts';
import { deliverCode, deliverError } from './deliver.ts';
import type { Transaction } from './transaction.ts';

/** A code has to be exchanged within a minute (security rules of the tenant). */
const codeLifetime = 60_000;

/** The person has proved an identity: signs the browser in and answers the client. */
export function finishSignIn(
  transaction: Transaction,
  { user, identity }: { readonly user: User; readonly identity: Identity },
  request: TenantRequest,
  state: TenantState,
  now: number,
): Reply {
  state.transactions.delete(transaction.id);
  const { callback } = transaction.request;
  if (user.blocked === true) return deliverError(callback, userIsBlocked());
  const { session, setCookie } = replaceSession(request, state, identity, now);
  state.users.put({
    ...user,
    last_login: new Date(now).toISOString(),
    logins_count: (user.logins_count ?? 0) + 1,
  });

  return withHeader(
    deliverCode(callback, createCode(transaction.request, session, state, now)),
    'set-cookie',
    setCookie,
  );
}

/** Answers a client out of a session, without asking the person anything. */
export function answerFromSession(
  request: SignInRequest,
  session: Session,
  user: User,
  state: TenantState,
  now: number,
): Reply {
  if (user.blocked === true) throw userIsBlocked();

  return deliverCode(request.callback, createCode(request, session, state, now));
}

/** Refuses a sign-in for the person's or the provider's own reasons (contract §2.2). */
export function abandonSignIn(
  transaction: Transaction,
  error: CallbackError,
  state: TenantState,
): Reply {
  state.transactions.delete(transaction.id);

  return deliverError(transaction.request.callback, error);
}

function userIsBlocked(): CallbackError {
  return new CallbackError('unauthorized', 'user is blocked');
}

function createCode(
  request: SignInRequest,
  session: Session,
  state: TenantState,
  now: number,
): string {
  const code = secretId();
  const { identity, startedAt } = session;
  state.codes.set(code, { request, identity, signedInAt: startedAt }, now, now + codeLifetime);

  return code;
}
