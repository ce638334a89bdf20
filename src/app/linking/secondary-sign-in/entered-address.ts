import { emailAddressIn } from '../../identity/sign-in/typed-text';

/** What stands in the field for a phone number or an email address. */
export interface EnteredAddress {
  /** As it was typed. */
  readonly text: string;
  /** As the tenant takes it; nothing where it cannot be right. */
  readonly address?: string;
  /** As people read it. */
  readonly shown?: string;
  /** Of a phone number: the country that is chosen, by its code and by its name. */
  readonly country?: { readonly code: string; readonly name: string };
}

/** Reads what was typed as an email address. */
export function enteredEmail(text: string): EnteredAddress {
  const address = emailAddressIn(text);

  return { text, ...(address !== undefined && { address, shown: address }) };
}
