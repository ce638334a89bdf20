import type { Identity, Profile } from '../people/user.ts';
import type { Channel } from './channels.ts';
import { connectionKinds, type SignInMethod, type Strategy } from './connection-kinds.ts';

/** Where accounts sign in, in Auth0's names. */
export interface Connection {
  /** `con_` and sixteen letters or digits, as in `connection_id` of a link (contract §6.5). */
  readonly id: string;
  readonly name: string;
  readonly strategy: Strategy;
  readonly display_name: string;
  /** The ids of the clients it is enabled for. */
  readonly enabled_clients: readonly string[];
  readonly options: ConnectionOptions;
  readonly realms: readonly string[];
  readonly is_domain_connection: boolean;
  readonly show_as_button: boolean;
}

/** What of a connection's options changes what the tenant does. */
export interface ConnectionOptions {
  readonly passwordPolicy?: 'none' | 'low' | 'fair' | 'good' | 'excellent';
  /** Passwords that nobody may have. */
  readonly password_dictionary?: {
    readonly enable: boolean;
    readonly dictionary: readonly string[];
  };
  /** Whether a password may hold no name of its person. */
  readonly password_no_personal_info?: { readonly enable: boolean };
  readonly requires_username?: boolean;
  readonly validation?: { readonly username?: { readonly min: number; readonly max: number } };
  readonly disable_signup?: boolean;
  readonly brute_force_protection?: boolean;
  /** One-time codes: how many digits, and how many seconds they live (contract §4.1). */
  readonly totp?: { readonly length: number; readonly time_step: number };
  /** How messages of the email connection are written; without it they hold the code or the link. */
  readonly email?: {
    readonly syntax: 'liquid';
    readonly subject?: string;
    readonly from?: string;
    readonly body: string;
  };
}

/** How long a user name may be at a connection: 15 characters, unless it says otherwise. */
export function longestUsername({ options }: Pick<Connection, 'options'>): number {
  return options.validation?.username?.max ?? 15;
}

/** The way to sign in at a connection. */
export function signInMethod({ strategy }: Connection): SignInMethod {
  return connectionKinds[strategy].signInMethod;
}

/** By what the tenant's messages reach the accounts of a connection. */
export function channelOf({ strategy }: Connection): Channel {
  return connectionKinds[strategy].channel;
}

/** Makes an identity for somebody the provider sends for the first time. */
export function newIdentity({ name, strategy }: Connection, profile: Profile): Identity {
  const { newUserId, type } = connectionKinds[strategy];

  return {
    connection: name,
    provider: strategy,
    user_id: newUserId(name, profile),
    isSocial: type === 'social',
    profile,
  };
}
