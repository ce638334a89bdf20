import { digits, hexDigits } from '../../protocol/random.ts';
import type { Profile } from '../people/user.ts';
import { type Channel, type ChannelName, channels } from './channels.ts';

/** How a person proves an account of a connection: here, by a code, or at a stand-in provider. */
export type SignInMethod = 'password' | 'code' | 'provider';

/** What stands beside a sign-in on the tenant's pages: what kind it is, or the file of this name in `assets/providers`. */
export type Mark = 'password' | 'company' | 'phone' | 'email' | ProviderFile;

type ProviderFile =
  'apple' | 'facebook' | 'github' | 'google' | 'linkedin' | 'microsoft' | 'okta' | 'x';

/** All that a strategy means to the tenant. */
export interface ConnectionKind {
  /** Whose accounts they are, in the words of the log's `strategy_type`. */
  readonly type: 'database' | 'passwordless' | 'social' | 'enterprise';
  readonly signInMethod: SignInMethod;
  readonly mark: Mark;
  /** What `event.authentication.methods` of an Action calls a sign-in (contract §9). */
  readonly hookMethod: 'pwd' | ChannelName | 'federated';
  /** By what the tenant's messages reach an account. */
  readonly channel: Channel;
  /** Whether the real sign-in page cuts its window off from the opener, so that the stand-in does. */
  readonly cutsOpener: boolean;
  /** Makes the id of a new account, shaped as Auth0's are. */
  readonly newUserId: (connection: string, profile: Profile) => string | number;
}

const database: ConnectionKind = {
  type: 'database',
  signInMethod: 'password',
  mark: 'password',
  hookMethod: 'pwd',
  channel: channels.email,
  cutsOpener: false,
  newUserId: () => hexDigits(24),
};

const passwordless = (channel: Channel, mark: Mark): ConnectionKind => ({
  ...database,
  type: 'passwordless',
  signInMethod: 'code',
  mark,
  hookMethod: channel.name,
  channel,
});

const social = (changes: Partial<ConnectionKind> = {}): ConnectionKind => ({
  ...database,
  type: 'social',
  signInMethod: 'provider',
  mark: 'company',
  hookMethod: 'federated',
  ...changes,
});

const enterprise = (changes: Partial<ConnectionKind> = {}): ConnectionKind => ({
  ...social(changes),
  type: 'enterprise',
});

/** Every strategy that a connection can have. Nothing else in the tenant knows one by its name. */
export const connectionKinds = {
  auth0: database,
  sms: passwordless(channels.sms, 'phone'),
  email: passwordless(channels.email, 'email'),
  'google-oauth2': social({ mark: 'google', newUserId: () => digits(21) }),
  github: social({ mark: 'github', newUserId: () => Number(digits(8)) }),
  facebook: social({ mark: 'facebook', newUserId: () => digits(17) }),
  linkedin: social({ mark: 'linkedin' }),
  windowslive: social({ mark: 'microsoft', cutsOpener: true }),
  apple: social({ mark: 'apple' }),
  twitter: social({ mark: 'x' }),
  samlp: enterprise({
    cutsOpener: true,
    // Enterprise ids carry their connection, so they hold a second bar (contract §10.14).
    newUserId: (connection, { email }) => `${connection}|${email ?? hexDigits(16)}`,
  }),
  waad: enterprise({ mark: 'microsoft', cutsOpener: true }),
  oidc: enterprise(),
  okta: enterprise({ mark: 'okta' }),
  adfs: enterprise({ cutsOpener: true }),
} satisfies Readonly<Record<string, ConnectionKind>>;

/** The name of a strategy: `strategy` of a connection, `provider` of an identity. */
export type Strategy = keyof typeof connectionKinds;

const isStrategy = (name: string): name is Strategy => Object.hasOwn(connectionKinds, name);

export const strategies: readonly Strategy[] = Object.keys(connectionKinds).filter(isStrategy);

/** Looks a strategy up. One that is not in the table, as a file of people may have it, is social. */
export function connectionKind(strategy: string): ConnectionKind {
  return isStrategy(strategy) ? connectionKinds[strategy] : social();
}
