import type { FormFields } from '../workbench/form.ts';

/** The lists of addresses that a client is registered with, in the dashboard's words. */
export const addressLists = [
  ['callbacks', 'Allowed Callback URLs', 'Where a sign-in may come back to. One per line.'],
  ['allowed_logout_urls', 'Allowed Logout URLs', 'Where people may land signed out. One per line.'],
  ['web_origins', 'Allowed Web Origins', 'Whose pages may sign in silently. One per line.'],
] as const;

export type AddressList = (typeof addressLists)[number][0];

/** Reads what stands in a field, one address to a line; empty lines count for nothing. */
export function addressesIn(text = ''): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** `localhost:4200` is an address to a parser, of a scheme called `localhost`; people mean something else by it. */
const inFull = /^(?:https?:\/\/|(?!https?:)[a-z][a-z\d+.-]*:\/)/i;

/** What is wrong with a field, in words for whoever filled it in. */
export function addressProblem(text: string | undefined): string | undefined {
  const wrong = addressesIn(text).find((line) => !inFull.test(line) || !URL.canParse(line));

  return wrong === undefined
    ? undefined
    : `“${wrong}” is not an address. Write it in full, such as http://localhost:4200.`;
}

/** The names of the fields in which something is wrong. */
export function wrongLists(form: FormFields): readonly string[] {
  return addressLists.flatMap(([name, label]) =>
    addressProblem(form[name]) === undefined ? [] : [label],
  );
}
