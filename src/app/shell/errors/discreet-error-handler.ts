import { inject, Injector, Service, type ErrorHandler } from '@angular/core';

import { isJsonObject } from '../../identity/json';
import { Trace } from '../../trace/trace';
import { withheld, withoutSecrets } from '../../trace/without-secrets';
import { isMissingCode } from './missing-code';
import { PageCrash } from './page-crash';

/** What tells who somebody is: an e-mail address, a subject, a phone number, in an address or out of it. */
const personal = /[\w.+-]+(?:@|%40)[\w-]+\.[\w.-]+|[\w.-]+(?:\||%7C)[\w.|%-]+|(?:\+|%2B)\d{6,15}/gi;

/**
 * Tells the console and the trace of an error that nobody foresaw: where it happened, and nothing that was sent or
 * answered.
 */
@Service()
export class DiscreetErrorHandler implements ErrorHandler {
  readonly #injector = inject(Injector);
  readonly #crash = inject(PageCrash);

  /** Angular's own errors: what is shown can be trusted no more, unless only code is missing. */
  handleError(error: unknown): void {
    this.note(error);
    const { pathname, search } = window.location;
    if (!isMissingCode(error)) this.#crash.happened(pathname + search);
  }

  /** An error that leaves the page as it is. */
  note(error: unknown): void {
    // Angular's own handler would print the whole error there.
    // eslint-disable-next-line no-console -- this is what an error handler is for
    console.error(withoutSecrets(textOf(error)).replaceAll(personal, withheld));
    void this.#trace(error);
  }

  async #trace(error: unknown): Promise<void> {
    try {
      const trace = this.#injector.get(Trace);
      if (!trace.isOn) return;
      const { errorEventOf } = await import('./error-event');
      trace.record(() => errorEventOf(error));
    } catch {
      // Without a connection, or before there is a configuration, the console has been told, and nothing else can be.
    }
  }
}

function textOf(error: unknown): string {
  if (error instanceof Error) return error.stack ?? error.message;
  // Angular's own answer of a failed request is no `Error`, and holds all that the tenant said.
  if (isJsonObject(error) && typeof error['message'] === 'string') return error['message'];

  return String(error);
}
