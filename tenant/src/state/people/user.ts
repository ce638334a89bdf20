import type { JsonObject } from '../../protocol/json.ts';

/** What a connection says about a person, in Auth0's names. */
export interface Profile {
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly phone_number?: string;
  readonly phone_verified?: boolean;
  readonly username?: string;
  readonly name?: string;
  readonly given_name?: string;
  readonly family_name?: string;
  readonly nickname?: string;
  readonly picture?: string;
}

/** One way to sign in. Some providers number their accounts, and Auth0 keeps those ids as numbers. */
export interface Identity {
  readonly connection: string;
  readonly provider: string;
  readonly user_id: string | number;
  readonly isSocial: boolean;
  readonly profile: Profile;
  readonly password?: string;
  /** Whether the password stands in a list of leaked ones (contract §4.4). */
  readonly password_leaked?: boolean;
}

/**
 * One account. Its root profile is that of its first identity, so that linking and unlinking move
 * identities and nothing else (contract §7).
 */
export interface User {
  readonly user_id: string;
  readonly identities: readonly [Identity, ...Identity[]];
  readonly created_at: string;
  readonly updated_at: string;
  readonly blocked?: boolean;
  readonly user_metadata?: JsonObject;
  readonly app_metadata?: JsonObject;
  readonly last_password_reset?: string;
  readonly last_login?: string;
  readonly last_ip?: string;
  readonly logins_count?: number;
  /** Names of roles and of organizations; neither is part of the account as Auth0 shows it. */
  readonly roles?: readonly string[];
  readonly organizations?: readonly string[];
}

/** Makes the key of an identity, `provider|user_id`. That of an account's first identity is its `user_id`. */
export function identityKey(identity: Pick<Identity, 'provider' | 'user_id'>): string {
  return `${identity.provider}|${String(identity.user_id)}`;
}

/** Picks what a person would call an account: e-mail, phone, user name or name, whichever it has. */
export function accountLabel({ profile, user_id }: Identity): string {
  return (
    profile.email ?? profile.phone_number ?? profile.username ?? profile.name ?? String(user_id)
  );
}

/** Copies an account with one of its identities in a new state. */
export function withIdentity(user: User, changed: Identity): User {
  const key = identityKey(changed);
  const replace = (identity: Identity): Identity =>
    identityKey(identity) === key ? changed : identity;
  const [first, ...others] = user.identities;

  return { ...user, identities: [replace(first), ...others.map(replace)] };
}

/** Makes an account that begins now, with one identity. */
export function newUser(identity: Identity, nowMs: number, fields: Partial<User> = {}): User {
  const at = new Date(nowMs).toISOString();

  return {
    user_id: identityKey(identity),
    identities: [identity],
    created_at: at,
    updated_at: at,
    ...fields,
  };
}
