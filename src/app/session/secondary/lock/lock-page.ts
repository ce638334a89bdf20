import { Auth0Lock, Auth0LockPasswordless } from 'auth0-lock';

import type { LigatureConfig } from '../../../config/ligature-config';
import type { Connection } from '../../../identity/connection';
import { connectionKind } from '../../../identity/connection-kinds';
import { addressOf } from '../../sign-in/callback-url';
import { lockLanguage, lockOptions } from './lock-options';
import { lockRequestIn } from './lock-request';
import { admitLock } from './lock-trust';

/** What Lock leaves in the window for the scripts that it loads. */
interface LockGlobal {
  readonly Auth0: { registerLanguageDictionary(language: string, words: object): void };
}

/**
 * Lock's own page, in a window of its own. It goes on to the tenant with the request of the SDK in the page
 * that opened the window, and that page gets the answer. Nothing of the application runs here.
 */
export function showLock(config: LigatureConfig): void {
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

const sendsMessages = ({ strategy }: Connection): boolean =>
  connectionKind(strategy).messageTo !== undefined;

/** Lock writes its styles into the element of this id, which is there first, with the nonce of this response. */
function makeRoomForStyles(): void {
  const styles = document.createElement('style');
  styles.id = 'auth0-lock-style';
  styles.nonce = document.querySelector('app-root')?.getAttribute('ngCspNonce') ?? '';
  document.head.append(styles);
}

/** A language that is registered, with however few words, is not fetched from elsewhere. */
function keepToOwnWords(title: string): void {
  (window as unknown as LockGlobal).Auth0.registerLanguageDictionary(lockLanguage, { title });
}
