/** What a strategy is. Whatever depends on a strategy is read from its row. */
export interface ConnectionKind {
  readonly type: 'database' | 'social' | 'enterprise' | 'passwordless';
  /** Its picture: what kind of sign-in it is, or else the file of that name in `public/providers`. */
  readonly mark: 'password' | 'company' | 'phone' | 'email' | 'site' | ProviderFile;
  /** What people call it, where the configuration has no label. */
  readonly brand?: string;
  /** What its messages go to. */
  readonly messageTo?: 'phone' | 'email';
  /** Whether its password is typed into Lock's own form. */
  readonly hasPasswordForm?: true;
}

type ProviderFile =
  | 'apple'
  | 'facebook'
  | 'github'
  | 'google'
  | 'linkedin'
  | 'microsoft'
  | 'okta'
  | 'paypal'
  | 'salesforce'
  | 'slack'
  | 'x'
  | 'yahoo';

const enterprise: ConnectionKind = { type: 'enterprise', mark: 'company' };

/** What a strategy counts as that is not in the table. */
const unknownKind: ConnectionKind = { type: 'social', mark: 'site' };

/** One row for each strategy, by Auth0's name for it (https://auth0.com/docs/authenticate/identity-providers). */
const connectionKinds: ReadonlyMap<string, ConnectionKind> = new Map<string, ConnectionKind>([
  ['auth0', { type: 'database', mark: 'password', hasPasswordForm: true }],
  ['google-oauth2', { type: 'social', mark: 'google', brand: 'Google' }],
  ['github', { type: 'social', mark: 'github', brand: 'GitHub' }],
  ['facebook', { type: 'social', mark: 'facebook', brand: 'Facebook' }],
  ['linkedin', { type: 'social', mark: 'linkedin', brand: 'LinkedIn' }],
  ['apple', { type: 'social', mark: 'apple', brand: 'Apple' }],
  ['windowslive', { type: 'social', mark: 'microsoft', brand: 'Microsoft' }],
  ['paypal', { type: 'social', mark: 'paypal' }],
  ['salesforce', { type: 'social', mark: 'salesforce' }],
  ['slack', { type: 'social', mark: 'slack' }],
  ['twitter', { type: 'social', mark: 'x' }],
  ['yahoo', { type: 'social', mark: 'yahoo' }],
  ['auth0-oidc', { type: 'social', mark: 'company' }],
  ['waad', { type: 'enterprise', mark: 'microsoft', brand: 'Microsoft Entra ID' }],
  ['ad', { ...enterprise, hasPasswordForm: true }],
  ['auth0-adldap', { ...enterprise, hasPasswordForm: true }],
  ['adfs', enterprise],
  ['google-apps', enterprise],
  ['ip', enterprise],
  ['office365', enterprise],
  ['oidc', enterprise],
  ['okta', { type: 'enterprise', mark: 'okta' }],
  ['pingfederate', enterprise],
  ['samlp', enterprise],
  ['sharepoint', enterprise],
  ['sms', { type: 'passwordless', mark: 'phone', messageTo: 'phone' }],
  ['email', { type: 'passwordless', mark: 'email', messageTo: 'email' }],
]);

/** Looks up what a strategy is. */
export const connectionKind = (strategy: string): ConnectionKind =>
  connectionKinds.get(strategy) ?? unknownKind;

/** Whether accounts of this strategy have a phone number, and no e-mail to verify. */
export const isPhone = (strategy: string): boolean =>
  connectionKind(strategy).messageTo === 'phone';

/** Whether a company's own directory vouches for the e-mail. Such a directory can claim any address. */
export const isCompany = (strategy: string): boolean =>
  connectionKind(strategy).type === 'enterprise';
