import { inject, Service } from '@angular/core';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { logoutAddress } from '../sign-in/callback-url';
import type { FrameAnswer, FrameRedirect } from './frame-answer';
import { answerTo, redirectOf } from './frame-watch';
import { harmlessAddress, type HarmlessRequest } from './harmless-request';

/**
 * Finds out what the tenant answers to a request by making it in a hidden frame, as silent sign-in does. Nothing that
 * comes back is used. One request at a time, since it cannot always be told whose frame was stopped.
 */
@Service()
export class FrameProbe {
  readonly #tenant = inject(LIGATURE_CONFIG).tenant;
  #queue: Promise<unknown> = Promise.resolve();

  /** Has the tenant answer by message, which needs the callback and the web origin to be allowed. */
  silent(request: HarmlessRequest): Promise<FrameAnswer> {
    const asked = harmlessAddress(this.#tenant, request, { response_mode: 'web_message' });

    return this.#next(() => answerTo(asked, this.#tenant.origin));
  }

  /** Has the tenant answer by redirect, which needs the callback alone to be allowed. */
  authorizeRedirects(request: HarmlessRequest): Promise<FrameRedirect> {
    const { address } = harmlessAddress(this.#tenant, request);

    return this.#next(() => redirectOf(address));
  }

  /** Asks whether logging out may lead to `returnTo`; without cookies, so that nobody is logged out by it. */
  logoutRedirects(returnTo: string): Promise<FrameRedirect> {
    if (!('credentialless' in HTMLIFrameElement.prototype)) return Promise.resolve('notSeen');

    return this.#next(() =>
      redirectOf(logoutAddress(this.#tenant, returnTo), { withoutCookies: true }),
    );
  }

  #next<Result>(task: () => Promise<Result>): Promise<Result> {
    const done = this.#queue.then(task);
    this.#queue = done.catch(() => undefined);

    return done;
  }
}
