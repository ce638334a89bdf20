import type { IdToken } from '@auth0/auth0-spa-js';

import { isJsonObject } from '../../identity/json';
import { displayText } from '../../identity/text/display-text';
import { phoneText } from '../../identity/text/phone-text';
import { shownText } from '../../identity/text/shown-text';

/** Who is signed in, as an ID token says and the shell shows it. */
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

/** Reads who somebody is from the claims of their ID token. It is for display, so that no claim is refused. */
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

/** Reads a person from what this browser has kept, perhaps with an earlier version; `undefined` where it is none. */
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
  details.map((detail) => phoneText(displayText(shownText(detail) ?? ''))).find(Boolean) ?? '';

/** Gives the parameter by which the tenant's sign-in page fills in somebody's e-mail (`login_hint`). */
export const hintFor = ({ loginHint }: User): { login_hint?: string } =>
  loginHint === undefined ? {} : { login_hint: loginHint };
