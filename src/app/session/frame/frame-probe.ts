import { inject, Service } from '@angular/core';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import type { FrameAnswer, FrameRedirect } from './frame-answer';
import { FrameWatch } from './frame-watch';

export interface SilentRequest {
  readonly redirectUri: string;
  readonly connection?: string;
  readonly audience?: string;
  /** Whether the tenant's session counts; without it, nobody is signed in and no code is made. */
  readonly withSession: boolean;
}

/**
 * Learns what the tenant thinks of a request by making it in a hidden frame, as silent sign-in does. Nothing
 * that comes back is used. One at a time, since it cannot always be told whose frame was stopped.
 */
@Service()
export class FrameProbe {
  readonly #tenant = inject(LIGATURE_CONFIG).tenant;
  #queue: Promise<unknown> = Promise.resolve();

  /** By message, which needs the callback and the web origin to be allowed. */
  silent(request: SilentRequest): Promise<FrameAnswer> {
    return this.#next(() => {
      const address = this.#authorizeUrl(request, { response_mode: 'web_message' });

      return new FrameWatch(this.#tenant.origin).answer(address);
    });
  }

  /** By redirect, which needs the callback alone. */
  authorizeRedirects(request: SilentRequest): Promise<FrameRedirect> {
    return this.#next(() =>
      new FrameWatch(this.#tenant.origin).redirect(this.#authorizeUrl(request, {})),
    );
  }

  /** Whether logging out may lead here. Asked without cookies, so that nobody is logged out by it. */
  logoutRedirects(returnTo: string): Promise<FrameRedirect> {
    if (!('credentialless' in HTMLIFrameElement.prototype)) return Promise.resolve('notSeen');
    const query = new URLSearchParams({ client_id: this.#tenant.clientId, returnTo });

    return this.#next(() =>
      new FrameWatch(this.#tenant.origin).redirect(
        `${this.#tenant.origin}/v2/logout?${query.toString()}`,
        { withoutCookies: true },
      ),
    );
  }

  #next<Result>(task: () => Promise<Result>): Promise<Result> {
    const done = this.#queue.then(task);
    this.#queue = done.catch(() => undefined);

    return done;
  }

  #authorizeUrl(
    { redirectUri, connection, audience, withSession }: SilentRequest,
    more: Record<string, string>,
  ): string {
    const query = new URLSearchParams({
      client_id: this.#tenant.clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'openid',
      state: crypto.randomUUID(),
      nonce: crypto.randomUUID(),
      // The hash of a verifier that nobody knows, so that a code which is made is worth nothing.
      code_challenge: randomHash(),
      code_challenge_method: 'S256',
      prompt: 'none',
      ...(connection !== undefined && { connection }),
      ...(audience !== undefined && { audience }),
      ...(!withSession && { max_age: '0' }),
      ...more,
    });

    return `${this.#tenant.origin}/authorize?${query.toString()}`;
  }
}

const randomHash = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
