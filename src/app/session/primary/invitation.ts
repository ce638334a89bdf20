import type { RedirectLoginOptions } from '@auth0/auth0-spa-js';

import { pagePath } from '../sign-in/callback-url';

/** The parameters of an invitation into an organization, which `/authorize` is told as well. */
export type Invitation = ReadonlyMap<string, string>;

const forms: ReadonlyMap<string, RegExp> = new Map([
  ['invitation', /^[\w-]{1,128}$/],
  ['organization', /^[\w-]{1,128}$/],
  // A name as people gave it.
  ['organization_name', /^[^\p{C}]{1,256}$/u],
]);

/** Reads an invitation from the query of an address; `undefined` if there is none, or not a well-formed one. */
export function invitationIn(query: string): Invitation | undefined {
  const asked = new URLSearchParams(query);
  const found = [...forms].flatMap(([name, form]) => {
    const values = asked.getAll(name);
    const [value] = values;

    return value !== undefined && values.length === 1 && form.test(value)
      ? [[name, value] as const]
      : [];
  });
  const invitation = new Map(found);

  return invitation.has('invitation') && invitation.has('organization') ? invitation : undefined;
}

/** Gives the option by which the SDK's request takes the open invitation along, which is left in no history. */
export function invitationOption(): Pick<RedirectLoginOptions, 'openUrl'> {
  const invitation = invitationHere();
  if (invitation === undefined) return {};

  return {
    openUrl: (url) => {
      window.history.replaceState(window.history.state, '', window.location.pathname);
      window.location.assign(withInvitation(url, invitation));
    },
  };
}

/** Reads the invitation that the start page was opened with; `undefined` anywhere else. */
export const invitationHere = (): Invitation | undefined =>
  pagePath() === '/' ? invitationIn(window.location.search) : undefined;

/**
 * Adds an invitation to the SDK's request. The SDK itself is not told: it would keep the organization in the browser
 * and put it into later requests, those of a second sign-in too.
 */
export function withInvitation(authorizeUrl: string, invitation: Invitation): string {
  const url = new URL(authorizeUrl);
  invitation.forEach((value, name) => url.searchParams.set(name, value));

  return url.href;
}
