import type { IdToken } from '@auth0/auth0-spa-js';

import type { LeavingFailure } from '../../identity/failure';
import { failureOfSignIn } from '../../identity/sign-in/oauth-error';
import { userOf, type User } from '../user/user';

const answerProblems = [
  'denied',
  'blocked',
  'not-set-up',
  'unreachable',
  'busy',
  'tenant-error',
] as const;

/** What the tenant's answer to a sign-in means; `failed` is whatever has no words of its own. */
export type AnswerProblem = (typeof answerProblems)[number] | 'failed';

/**
 * Why nobody is signed in. `forgotten`: somebody was, and a reload has lost them. `still-known`: somebody has signed
 * out, and the tenant could not be told. `not-asked`: they are signed in to the portal, but not for these pages.
 */
export type SignInProblem =
  AnswerProblem | 'forgotten' | 'still-known' | 'not-asked' | LeavingFailure;

/** Who is signed in to this tab, or why nobody is. */
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
      /** This browser was last used by somebody else, who has not signed out: the new person has to confirm. */
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
 * Judges what the session is. `claims`: whom the SDK has found. `pinned`: whom this tab belongs to. `error`: what went
 * wrong. `isNewHere`: whether this browser was last used by somebody else.
 */
export function sessionStateOf({
  claims,
  pinned,
  error,
  isNewHere = false,
}: {
  readonly claims?: IdToken | null | undefined;
  readonly pinned?: User | undefined;
  readonly error?: Error | undefined;
  readonly isNewHere?: boolean;
}): SessionState {
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

/** Adds the account that the person is about to become: it is not in their tokens, and a reload must not lose it. */
const withSuccessor = (found: User, pinned: User | undefined): User =>
  pinned?.successor !== undefined && pinned.subject === found.subject
    ? { ...found, successor: pinned.successor }
    : found;

/** Whether somebody is the person this tab belongs to; an account that has joined another is that other one then. */
const isThisPerson = ({ subject, successor }: User, found: User): boolean =>
  subject === found.subject || successor?.subject === found.subject;

function problemOf(error: Error): AnswerProblem {
  if (error instanceof TypeError) return 'unreachable';
  const failure = failureOfSignIn('error' in error ? error.error : undefined);

  return answerProblems.find((problem) => problem === failure) ?? 'failed';
}
