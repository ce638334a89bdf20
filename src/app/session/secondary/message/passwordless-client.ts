import { inject, Service } from '@angular/core';
import type { Auth0Error, PasswordlessStartAuthParams, WebAuth } from 'auth0-js';

import { LIGATURE_CONFIG } from '../../../config/ligature-config';
import type { Connection } from '../../../identity/connection';
import { isPhone } from '../../../identity/connection-kinds';
import type { SignInFailure } from '../../../identity/failure';
import { failureOfCode, failureOfStart } from '../../../identity/sign-in/oauth-error';
import { linkCallbackUrl } from '../../sign-in/callback-url';
import { SignInError } from '../../sign-in/sign-in-error';
import { UI_LOCALES } from '../../sign-in/ui-locales';
import { forgetLibraryCookies } from '../client/library-cookies';

/** Where a message goes: a phone number or an e-mail address, as the connection takes it. */
export interface MessageTarget {
  readonly connection: Connection;
  readonly address: string;
}

/** Sends messages with codes and links by Auth0's own library, which is loaded only for this. */
@Service()
export class PasswordlessClient {
  readonly #tenant = inject(LIGATURE_CONFIG).tenant;
  readonly #uiLocales = inject(UI_LOCALES);
  #webAuth: Promise<WebAuth> | undefined;

  /** Sends a code or, with `authParams`, a link (contract §4.1). Fails with {@link SignInError}. */
  async send(target: MessageTarget, authParams?: PasswordlessStartAuthParams): Promise<void> {
    const webAuth = await this.#load();
    await new Promise<void>((resolve, reject) => {
      webAuth.passwordlessStart(
        {
          connection: target.connection.name,
          send: authParams === undefined ? 'code' : 'link',
          ...addressOf(target),
          ...(authParams && { authParams }),
          // The tenant's messages are in the language of the page; the library's types do not know of it.
          ...(this.#uiLocales !== undefined && { xRequestLanguage: this.#uiLocales }),
        },
        (error) => {
          if (error === null) resolve();
          else reject(new SignInError(codeOfStart(error), { cause: error }));
        },
      );
    });
  }

  /** Trades a code for a ticket that the SDK's request can carry (contract §4.4). Fails with {@link SignInError}. */
  async ticketFor(target: MessageTarget, code: string): Promise<string> {
    const webAuth = await this.#load();

    return new Promise<string>((resolve, reject) => {
      // The library would leave the page with the ticket, and without PKCE; the SDK takes it from here.
      webAuth.authorize = (options) => {
        forgetLibraryCookies();
        const ticket: unknown = options && Reflect.get(options, 'loginTicket');
        if (typeof ticket === 'string') resolve(ticket);
        else reject(new SignInError('sign-in-failed'));
      };
      webAuth.passwordlessLogin(
        { connection: target.connection.name, ...addressOf(target), verificationCode: code },
        (error) => {
          forgetLibraryCookies();
          reject(new SignInError(failureOfCode(error?.code), { cause: error }));
        },
      );
    });
  }

  #load(): Promise<WebAuth> {
    this.#webAuth ??= this.#create().catch((cause: unknown) => {
      this.#webAuth = undefined;
      throw new SignInError('unreachable', { cause });
    });

    return this.#webAuth;
  }

  async #create(): Promise<WebAuth> {
    const { WebAuth } = await import('auth0-js');
    const { origin, clientId } = this.#tenant;

    return new WebAuth({
      domain: origin,
      clientID: clientId,
      responseType: 'code',
      redirectUri: linkCallbackUrl(),
      overrides: {
        __token_issuer: `${origin}/`,
        __jwks_uri: `${origin}/.well-known/jwks.json`,
      },
    });
  }
}

const addressOf = ({ connection, address }: MessageTarget) =>
  isPhone(connection.strategy) ? { phoneNumber: address } : { email: address };

/** Names why a message was not sent. */
function codeOfStart({ code, statusCode }: Auth0Error): SignInFailure {
  if (statusCode === 429) return 'too-many-messages';

  return statusCode === undefined ? 'unreachable' : failureOfStart(code);
}
