import { Auth0Lock, Auth0LockPasswordless } from 'auth0-lock';

import { configIn } from '../../../config/config-in-language';
import type { LigatureConfig, WrittenConfig } from '../../../config/ligature-config';
import type { Connection } from '../../../identity/connection';
import { connectionKind } from '../../../identity/connection-kinds';
import { addressOf, linkCallbackUrl } from '../../sign-in/callback-url';
import { lockRequestIn, type LockRequest } from './lock-request';
import { admitLock } from './lock-trust';

/** The language whose words Lock brings along; others it would fetch from elsewhere. */
const lockLanguage = 'en';

/** What Lock leaves in the window for the scripts that it loads. */
interface LockGlobal {
  readonly Auth0: { registerLanguageDictionary(language: string, words: object): void };
}

/**
 * Shows Lock in a window of its own. Lock goes on to the tenant with the request that the SDK has made in the page that
 * opened the window, and that page gets the answer. Nothing of the application runs here.
 */
export function showLock(written: WrittenConfig): void {
  const config = configIn(written, lockLanguage);
  const request = lockRequestIn(window.location.hash);
  window.history.replaceState(null, '', window.location.pathname);
  const connection = config.connections.find(({ name }) => name === request?.connection);
  if (request === undefined || connection?.transport !== 'lock') {
    window.location.replace(addressOf('/'));
    return;
  }

  const { clientId, origin } = config.tenant;
  admitLock(`${origin}/client/${clientId}.js`);
  // It is there for pages that have not started, and this one has.
  document.querySelector('app-root')?.replaceChildren();
  makeRoomForStyles();
  keepToOwnWords(connection.label);
  const options = lockOptions(config, connection, request);
  const lock = sendsMessages(connection)
    ? new Auth0LockPasswordless(clientId, origin, { ...options, passwordlessMethod: 'code' })
    : new Auth0Lock(clientId, origin, options);
  lock.show();
}

/** Gives Lock's options: it signs in with one connection, by the SDK's own request and by nothing else. */
function lockOptions(
  { tenant, branding }: LigatureConfig,
  { label }: Connection,
  request: LockRequest,
) {
  const { connection, audience, ...params } = request;

  return {
    allowedConnections: [connection],
    // Whoever links has an account; a new one is made where the portal makes them.
    allowSignUp: false,
    auth: {
      audience,
      autoParseHash: false,
      params,
      redirectUrl: linkCallbackUrl(),
      responseType: 'code',
      sso: false,
    },
    avatar: null,
    closable: false,
    configurationBaseUrl: tenant.origin,
    // It would complain about each word that only its own dictionary has.
    disableWarnings: true,
    language: lockLanguage,
    languageDictionary: { title: label },
    overrides: {
      __token_issuer: `${tenant.origin}/`,
      __jwks_uri: `${tenant.origin}/.well-known/jwks.json`,
    },
    // It would ask the tenant's session who was here last, and note it in this browser.
    rememberLastLogin: false,
    theme: {
      authButtons: { [connection]: { displayName: label } },
      logo: branding.logoUrl ?? 'favicon.svg',
    },
  };
}

const sendsMessages = ({ strategy }: Connection): boolean =>
  connectionKind(strategy).messageTo !== undefined;

/** Adds the element of the id into which Lock writes its styles, with the nonce of this response. */
function makeRoomForStyles(): void {
  const styles = document.createElement('style');
  styles.id = 'auth0-lock-style';
  styles.nonce = document.querySelector('app-root')?.getAttribute('ngCspNonce') ?? '';
  document.head.append(styles);
}

/** Registers a language of Lock's, with however few words: then it is not fetched from elsewhere. */
function keepToOwnWords(title: string): void {
  (window as unknown as LockGlobal).Auth0.registerLanguageDictionary(lockLanguage, { title });
}
