import { displayText } from './text/display-text';

/** One sign-in method of an account: an entry of Auth0's `identities` array. */
export interface Identity {
  /** The strategy, for instance `google-oauth2`; the first half of a `user_id`. */
  readonly provider: string;
  /** The id at the provider; with `provider` it names the identity at the tenant. */
  readonly userId: string;
  /** The connection's name, which is not always the provider's. */
  readonly connection: string;
  /** What the provider said about the person; the tenant may leave all of it out. */
  readonly profile: IdentityProfile;
}

/** What a provider says about a person. */
export interface IdentityProfile {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly username?: string;
  /** The address of a picture, as it came: whoever shows it asks where it leads. */
  readonly picture?: string;
}

/** Makes `provider|userId`: the `user_id` that this identity has, or would have, as an account of its own. */
export const subjectOf = (identity: Identity): string => `${identity.provider}|${identity.userId}`;

/** Gives what names an account, as it came: the first of e-mail, phone, username and name that can be seen. */
export const accountName = ({
  email,
  phone,
  username,
  name,
}: IdentityProfile): string | undefined =>
  [email, phone, username, name].find((text) => displayText(text ?? '') !== '');

/** Gives the text by which a person recognises an account; `undefined` where there is nothing but an id. */
export function accountLabel(profile: IdentityProfile): string | undefined {
  const name = accountName(profile);

  return name === undefined ? undefined : displayText(name);
}
