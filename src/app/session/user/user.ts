import type { IdToken } from '@auth0/auth0-spa-js';

import { isJsonObject } from '../../identity/json';
import { displayText } from '../../identity/text/display-text';
import { shownText } from '../../identity/text/shown-text';

/** Who is signed in: what an ID token says, as far as the shell shows it. */
export interface User {
  readonly subject: string;
  readonly name: string;
  /** The address of a picture, as it came. */
  readonly picture?: string;
  /** What the tenant's sign-in page can fill in for the person. */
  readonly loginHint?: string;
  /** Who they are once this account has joined another, while that may be happening. */
  readonly successor?: User;
}

/** Reads who somebody is from the claims of their ID token; for display, so that nothing in it is refused. */
export function userOf(claims: IdToken): User {
  // The SDK promises texts, but a tenant's scripts make of them what they like.
  const [name, nickname, email]: readonly unknown[] = [claims.name, claims.nickname, claims.email];
  const subject: unknown = claims['sub'];
  const picture: unknown = claims.picture;

  return {
    subject: typeof subject === 'string' ? subject : '',
    name: firstShown(name, nickname, email),
    ...(typeof picture === 'string' && { picture }),
    ...(typeof email === 'string' && { loginHint: email }),
  };
}

/** The person in what this browser has kept, perhaps of an earlier version; `undefined` where there is none. */
export function readUser(kept: unknown): User | undefined {
  if (!isJsonObject(kept)) return undefined;
  const { subject, name, loginHint } = kept;
  const successor = readUser(kept['successor']);
  if (typeof subject !== 'string') return undefined;

  return {
    subject,
    name: firstShown(name),
    ...(typeof loginHint === 'string' && { loginHint }),
    ...(successor && { successor }),
  };
}

const firstShown = (...details: readonly unknown[]): string =>
  details.map((detail) => displayText(shownText(detail) ?? '')).find(Boolean) ?? '';

/** Fills in the sign-in page for somebody who is known, by `login_hint`. */
export const hintFor = ({ loginHint }: User): { login_hint?: string } =>
  loginHint === undefined ? {} : { login_hint: loginHint };
