import { isCompany } from './connection-kinds';
import {
  accountLabel,
  accountName,
  subjectOf,
  type Identity,
  type IdentityProfile,
} from './identity';
import type { Settings } from './json';
import { displayText } from './text/display-text';
import { phoneText } from './text/phone-text';

/** An account at the tenant, as far as linking needs it. The first identity is the account's own. */
export interface Account {
  readonly userId: string;
  readonly profile: IdentityProfile;
  /** When the account was made, in milliseconds since 1970. */
  readonly createdAtMs?: number;
  readonly identities: readonly [Identity, ...Identity[]];
  /** `user_metadata`, which the portal calls settings. */
  readonly settings: Settings;
  /** Whether the portal's operators keep data of their own about the account (`app_metadata`). */
  readonly hasAppMetadata: boolean;
  /** Whether the tenant's owner has blocked it: nobody can sign in with it until they unblock it. */
  readonly isBlocked?: boolean;
  /** Whether a company's directory makes and removes the account by itself (SCIM). */
  readonly isProvisioned?: boolean;
}

/** Gives what names the account, as it came: its own name, or that of its own method. To be compared, not shown. */
export const nameOf = ({ profile, identities, userId }: Account): string =>
  accountName(profile) ?? accountName(identities[0].profile) ?? userId;

/** Gives the text by which the account is shown. */
export const labelOf = (account: Account): string => phoneText(displayText(nameOf(account)));

/** Gives the text by which a sign-in method is shown; that of the account where it is its own and has none. */
export function labelOfIdentity(account: Account, identity: Identity): string {
  const own = accountLabel(identity.profile);
  if (own !== undefined) return phoneText(own);

  return identity === account.identities[0] ? labelOf(account) : displayText(identity.userId);
}

/** Whether a sign-in with this `sub` leads to the account: it is its own id, or that of a linked identity. */
export const holdsSubject = (account: Account, subject: string): boolean =>
  account.userId === subject ||
  account.identities.some((identity) => subjectOf(identity) === subject);

/** Whether a company's directory stands behind the account itself, and not just behind a method linked to it. */
export const isCompanyAccount = ({ identities, isProvisioned = false }: Account): boolean =>
  isProvisioned || isCompany(identities[0].provider);
