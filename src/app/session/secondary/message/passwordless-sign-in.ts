import { inject, Service } from '@angular/core';
import { GenericError } from '@auth0/auth0-spa-js';
import type { PasswordlessStartAuthParams } from 'auth0-js';

import { codeLifetimeMs } from '../../../identity/sign-in/message-code';
import { SessionTrace } from '../../sign-in/session-trace';
import { SignInError } from '../../sign-in/sign-in-error';
import { AwaitedAnswers } from '../../window/awaited-answers';
import { SecondaryClient } from '../client/secondary-client';
import type { SecondarySession } from '../client/secondary-session';
import { PasswordlessClient, type MessageTarget } from './passwordless-client';

/** The second sign-in without a page of the tenant's: by a code, or a link, in a message. */
@Service()
export class PasswordlessSignIn {
  readonly #messages = inject(PasswordlessClient);
  readonly #second = inject(SecondaryClient);
  readonly #answers = inject(AwaitedAnswers);
  readonly #trace = inject(SessionTrace);
  #sentAt = Date.now();

  async sendCode(target: MessageTarget): Promise<void> {
    this.#trace.signIn({ who: 'second', step: 'opened', connection: target.connection.name });
    await this.#messages.send(target);
    this.#sentAt = Date.now();
  }

  /** PKCE, state and nonce stay with the SDK: the code buys a ticket for its own silent request. */
  async verify(target: MessageTarget, code: string): Promise<SecondarySession> {
    const ticket = await this.#messages.ticketFor(target, code).catch((error: unknown) => {
      const isLate = Date.now() - this.#sentAt > codeLifetimeMs;
      const isWrong = error instanceof SignInError && error.code === 'wrong-code';
      throw isLate && isWrong ? new SignInError('code-expired', { cause: error }) : error;
    });
    const client = this.#second.create();
    await client
      .getTokenSilently({
        cacheMode: 'off',
        authorizationParams: { login_ticket: ticket, realm: target.connection.name },
      })
      .catch((cause: unknown) => {
        throw asksForSignIn(cause)
          ? new SignInError(asksForSecondStep(cause) ? 'page-needed' : 'embedded-blocked', {
              cause,
            })
          : SignInError.from(cause);
      });

    return this.#second.sessionOf(client, this.#sentAt);
  }

  /** Sends a link and waits, in this tab, for the one in which it is opened to bring its answer. */
  signInByLink(
    target: MessageTarget,
    waiting: { readonly sent: () => void; readonly stopped: AbortSignal },
  ): Promise<SecondarySession> {
    return this.#signInByLink(target, waiting).catch((cause: unknown) => {
      throw SignInError.from(cause);
    });
  }

  async #signInByLink(
    target: MessageTarget,
    { sent, stopped }: { readonly sent: () => void; readonly stopped: AbortSignal },
  ): Promise<SecondarySession> {
    const { address, begun } = await this.#second.begin({ connection: target.connection.name });
    const answer = this.#answers.answerTo(begun.state, { by: 'link', stopped });
    await this.#messages.send(target, authParamsOf(new URL(address).searchParams));
    sent();

    return (await this.#second.finish(begun, await answer)).provenByLink();
  }
}

/** The ticket counts only with the tenant's cookie, which a browser may hold back from a frame. */
const asksForSignIn = (cause: unknown): cause is GenericError =>
  cause instanceof GenericError && cause.error === 'login_required';

/** A second step has no code of its own without a page: the tenant tells it by these words, as the SDK knows. */
const asksForSecondStep = ({ error_description: words }: GenericError): boolean =>
  words === 'Multifactor authentication required';

/** What the link must repeat so that its answer belongs to this request and no other. */
function authParamsOf(request: URLSearchParams): PasswordlessStartAuthParams {
  const carried = [
    'response_type',
    'redirect_uri',
    'scope',
    'audience',
    'state',
    'nonce',
    'code_challenge',
    'code_challenge_method',
    'max_age',
  ];

  return Object.fromEntries(carried.map((name) => [name, request.get(name) ?? '']));
}
