import { digits, hexDigits } from '../../protocol/random.ts';
import type { Identity, Profile } from '../people/user.ts';

/** Where accounts sign in, in Auth0's names. */
export interface Connection {
  /** `con_` and sixteen letters or digits, as in `connection_id` of a link (contract §6.5). */
  readonly id: string;
  readonly name: string;
  readonly strategy: string;
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

/** How a person proves an account of a connection: here, by a code, or at a stand-in provider. */
export type SignInMethod = 'password' | 'code' | 'provider';

/** The way to sign in at a connection. */
export function signInMethod({ strategy }: Connection): SignInMethod {
  if (strategy === 'auth0') return 'password';
  if (strategy === 'sms' || strategy === 'email') return 'code';

  return 'provider';
}

const enterpriseStrategies: readonly string[] = ['samlp', 'waad', 'oidc', 'okta', 'adfs'];
const notSocial: readonly string[] = [...enterpriseStrategies, 'auth0', 'sms', 'email'];

/** Whether accounts of this strategy belong to a company rather than to the person. */
export function isEnterprise(strategy: string): boolean {
  return enterpriseStrategies.includes(strategy);
}

/** Whether accounts of this strategy are at a provider that everybody may have an account at. */
export function isSocial(strategy: string): boolean {
  return !notSocial.includes(strategy);
}

/** An identity for somebody the provider sends for the first time, its id shaped as Auth0's are. */
export function newIdentity(connection: Connection, profile: Profile): Identity {
  return {
    connection: connection.name,
    provider: connection.strategy,
    user_id: newUserId(connection, profile),
    isSocial: isSocial(connection.strategy),
    profile,
  };
}

function newUserId({ strategy, name }: Connection, profile: Profile): string | number {
  switch (strategy) {
    case 'google-oauth2':
      return digits(21);
    case 'github':
      return Number(digits(8));
    case 'facebook':
      return digits(17);
    case 'samlp':
      // Enterprise ids carry their connection, so they hold a second bar (contract §10.14).
      return `${name}|${profile.email ?? hexDigits(16)}`;
    default:
      return hexDigits(24);
  }
}
