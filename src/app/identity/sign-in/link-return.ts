import type { FailureCode } from '../failure';

/** Where another application wants its person back after a link, and what it gave to know them by. */
export interface LinkReturn {
  readonly address: string;
  readonly state?: string;
}

/**
 * How a link has ended, for the application that has asked for it, as it stands in the address. The code is not called
 * `code`: an application's own Auth0 SDK would take that, beside a `state`, for the answer to a sign-in of its own.
 *
 * @see https://github.com/auth0/auth0-angular/blob/v2.12.0/projects/auth0-angular/src/lib/auth.service.ts
 */
export type LinkOutcome =
  | { readonly ligature: 'linked' | 'cancelled' }
  | { readonly ligature: 'failed'; readonly ligature_code: FailureCode | 'not-offered' };

const longestState = 500;
const ofOutcome = ['ligature', 'ligature_code', 'state'];

/**
 * Reads `return` and `state` of the address of a link page. Gives `undefined` where nobody asks to come back, and
 * `refused` where the address is not one of those allowed: by its origin and path, both exactly.
 *
 * @param allowed Addresses without query and fragment, as the configuration gives them.
 *
 * @example
 * linkReturnOf(new URLSearchParams('return=https://shop.example/linked&state=7'), ['https://shop.example/linked'])
 * // { address: 'https://shop.example/linked', state: '7' }
 */
export function linkReturnOf(
  query: URLSearchParams,
  allowed: readonly string[],
): LinkReturn | 'refused' | undefined {
  const [address, ...others] = query.getAll('return');
  const states = query.getAll('state');
  if (address === undefined) return undefined;
  const isWellFormed =
    others.length === 0 &&
    states.length < 2 &&
    states.every((state) => state.length <= longestState && !/\p{Cc}/u.test(state));
  if (!isWellFormed || !isAllowed(address, allowed)) return 'refused';
  const [state] = states;

  return { address, ...(state !== undefined && { state }) };
}

/** Whether a browser that is sent to an address arrives at one of those allowed. */
function isAllowed(address: string, allowed: readonly string[]): boolean {
  // A browser leaves out blanks and line breaks, and takes `\` for `/`: nobody writes an address of theirs so.
  if (/[\s\\\p{Cc}]/u.test(address) || !URL.canParse(address)) return false;
  const { origin, pathname, username, password } = new URL(address);

  return username + password === '' && allowed.includes(origin + pathname);
}

/** Gives the address that takes a person back, with how the link has ended. */
export function addressWithOutcome({ address, state }: LinkReturn, outcome: LinkOutcome): string {
  const url = new URL(address);
  ofOutcome.forEach((name) => url.searchParams.delete(name));
  for (const [name, value] of Object.entries(outcome)) url.searchParams.set(name, value);
  if (state !== undefined) url.searchParams.set('state', state);

  return url.href;
}

/** Names the application that a person is taken back to, as they know it. */
export const hostOf = (back: LinkReturn | undefined): string | undefined =>
  back && new URL(back.address).host;
