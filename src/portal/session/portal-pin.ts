import type { IdToken } from '@auth0/auth0-spa-js';

import { isJsonObject } from '../../app/identity/json';
import { userOf, type User } from '../../app/session/user/user';

/** Why a page expects somebody: it was left for their sign-in, or has seen the portal become somebody else's. */
export type Departure =
  | { readonly kind: 'signIn'; /** Of the ID token there was. */ readonly nonce?: string }
  | { readonly kind: 'changed' };

/** Reads what the tab has kept; `undefined` where it is no departure. */
export function readDeparture(kept: unknown): Departure | undefined {
  if (!isJsonObject(kept)) return undefined;
  if (kept['kind'] === 'changed') return { kind: 'changed' };
  if (kept['kind'] !== 'signIn') return undefined;
  const { nonce } = kept;

  return { kind: 'signIn', ...(typeof nonce === 'string' && { nonce }) };
}

/** What is known when the pages are entered. */
export interface Entry {
  readonly claims: IdToken | null | undefined;
  readonly pinned: User | undefined;
  readonly departure: Departure | undefined;
  /** Whether a second sign-in has come back with this page. */
  readonly isSecondReturn: boolean;
}

/**
 * Whether the tab is still whom it was pinned to. The pin of an earlier visit gives way to whoever the portal has signed
 * in by now, unless something of ours is coming back: then somebody else is another person.
 */
export function keepsPin({ claims, pinned, departure, isSecondReturn }: Entry): boolean {
  if (pinned === undefined) return false;
  if (departure !== undefined || isSecondReturn) return true;

  return claims != null && isPerson(pinned, userOf(claims).subject);
}

/** Whether a sign-in for which the page was left has brought this ID token: each one has a `nonce` of its own. */
export const hasSignedIn = ({ claims, departure }: Entry): boolean =>
  departure?.kind === 'signIn' &&
  typeof claims?.nonce === 'string' &&
  claims.nonce !== departure.nonce;

const isPerson = ({ subject, successor }: User, found: string): boolean =>
  subject === found || successor?.subject === found;
