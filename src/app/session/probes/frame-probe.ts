import { inject, Service } from '@angular/core';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { logoutAddress } from '../sign-in/callback-url';
import type { FrameAnswer, FrameRedirect } from './frame-answer';
import { FrameWatch } from './frame-watch';
import { harmlessAddress, type HarmlessRequest } from './harmless-request';

/**
 * Learns what the tenant thinks of a request by making it in a hidden frame, as silent sign-in does. Nothing
 * that comes back is used. One at a time, since it cannot always be told whose frame was stopped.
 */
@Service()
export class FrameProbe {
  readonly #tenant = inject(LIGATURE_CONFIG).tenant;
  #queue: Promise<unknown> = Promise.resolve();

  /** By message, which needs the callback and the web origin to be allowed. */
  silent(request: HarmlessRequest): Promise<FrameAnswer> {
    return this.#next(() => {
      const byMessage = { response_mode: 'web_message' };
      const { address } = harmlessAddress(this.#tenant, request, byMessage);

      return new FrameWatch(this.#tenant.origin).answer(address);
    });
  }

  /** By redirect, which needs the callback alone. */
  authorizeRedirects(request: HarmlessRequest): Promise<FrameRedirect> {
    return this.#next(() =>
      new FrameWatch(this.#tenant.origin).redirect(harmlessAddress(this.#tenant, request).address),
    );
  }

  /** Whether logging out may lead here. Asked without cookies, so that nobody is logged out by it. */
  logoutRedirects(returnTo: string): Promise<FrameRedirect> {
    if (!('credentialless' in HTMLIFrameElement.prototype)) return Promise.resolve('notSeen');

    return this.#next(() =>
      new FrameWatch(this.#tenant.origin).redirect(logoutAddress(this.#tenant, returnTo), {
        withoutCookies: true,
      }),
    );
  }

  #next<Result>(task: () => Promise<Result>): Promise<Result> {
    const done = this.#queue.then(task);
    this.#queue = done.catch(() => undefined);

    return done;
  }
}
