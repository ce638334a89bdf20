import type { IdToken } from '@auth0/auth0-spa-js';

import type { LeavingFailure } from '../../identity/failure';
import { failureOfSignIn } from '../../identity/sign-in/oauth-error';
import { userOf, type User } from '../user/user';

/** What the tenant's answer to a sign-in means; `failed` is whatever has no words of its own. */
export type AnswerProblem =
  'denied' | 'blocked' | 'not-set-up' | 'unreachable' | 'busy' | 'tenant-error' | 'failed';

/**
 * Why nobody is signed in, or should be yet: `forgotten` somebody was, whom a reload has lost; `still-known` somebody
 * has signed out whom the tenant has not been told of.
 */
export type SignInProblem = AnswerProblem | 'forgotten' | 'still-known' | LeavingFailure;

export type SessionState =
  | { readonly status: 'starting' }
  | {
      readonly status: 'signedIn';
      readonly user: User;
      /** Whether a reload forgets them, since this browser gives no key to seal with. */
      readonly isForgetful?: true;
    }
  | {
      readonly status: 'signedOut';
      /** Whose tab this still is, when a session has ended without a sign-out. */
      readonly expected?: User;
      readonly problem?: SignInProblem;
    }
  | {
      /** This browser was last used by somebody else, who has not signed out: this person is to say so first. */
      readonly status: 'newPerson';
      readonly found: User;
    }
  | {
      /** The sign-in was somebody else's; nothing of it is kept. */
      readonly status: 'anotherPerson';
      readonly expected: User;
      readonly found: User;
    };

/**
 * What the session is, from what the SDK found, whom this tab belongs to, what went wrong, and whether
 * this browser was last used by somebody else.
 */
export function sessionStateOf(
  claims: IdToken | null | undefined,
  pinned: User | undefined,
  error: Error | undefined,
  isNewHere: boolean,
): SessionState {
  if (claims) {
    const found = userOf(claims);

    if (pinned === undefined && isNewHere) return { status: 'newPerson', found };

    return pinned === undefined || isThisPerson(pinned, found)
      ? { status: 'signedIn', user: withSuccessor(found, pinned) }
      : { status: 'anotherPerson', expected: pinned, found };
  }

  return {
    status: 'signedOut',
    ...(pinned && { expected: pinned }),
    ...(error && { problem: problemOf(error) }),
  };
}

/** Whom the person is about to become is not in their tokens, and must not be forgotten with a reload. */
const withSuccessor = (found: User, pinned: User | undefined): User =>
  pinned?.successor !== undefined && pinned.subject === found.subject
    ? { ...found, successor: pinned.successor }
    : found;

/** An account that has joined another is that other account from then on. */
const isThisPerson = ({ subject, successor }: User, found: User): boolean =>
  subject === found.subject || successor?.subject === found.subject;

function problemOf(error: Error): AnswerProblem {
  if (error instanceof TypeError) return 'unreachable';
  const failure = 'error' in error ? failureOfSignIn(error.error) : undefined;

  switch (failure) {
    case 'denied':
    case 'blocked':
    case 'not-set-up':
    case 'unreachable':
    case 'busy':
    case 'tenant-error':
      return failure;
    default:
      return 'failed';
  }
}
