import type { IdToken } from '@auth0/auth0-spa-js';

import { displayText } from '../../identity/display-text';

/** Who is signed in: what an ID token says, as far as the shell shows it. */
export interface Person {
  readonly subject: string;
  readonly name: string;
  /** The address of a picture, as it came. */
  readonly picture?: string;
  /** What the tenant's sign-in page can fill in for the person. */
  readonly loginHint?: string;
  /** Who they are once this account has joined another, while that may be happening. */
  readonly successor?: Person;
}

export function personOf(claims: IdToken): Person {
  const { name, email, nickname } = claims;
  const subject: unknown = claims['sub'];
  const picture: unknown = claims['picture'];

  return {
    subject: typeof subject === 'string' ? subject : '',
    name: [name, nickname, email].map((text) => displayText(text ?? '')).find(Boolean) ?? '',
    ...(typeof picture === 'string' && { picture }),
    ...(email !== undefined && { loginHint: email }),
  };
}

export const hintFor = ({ loginHint }: Person): { login_hint?: string } =>
  loginHint === undefined ? {} : { login_hint: loginHint };
