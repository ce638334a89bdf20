import { Service, type ErrorHandler } from '@angular/core';

import { isJsonObject } from '../identity/json';
import { withheld, withoutSecrets } from '../trace/without-secrets';

/** What tells who somebody is: an e-mail address, a subject, a phone number, in an address or out of it. */
const personal = /[\w.+-]+(?:@|%40)[\w-]+\.[\w.-]+|[\w.-]+(?:\||%7C)[\w.|%-]+|(?:\+|%2B)\d{6,15}/gi;

/** Tells the console of an error that nobody foresaw: where it happened, and nothing that was sent or answered. */
@Service()
export class DiscreetErrorHandler implements ErrorHandler {
  handleError(error: unknown): void {
    // Angular's own handler would print the whole error there.
    // eslint-disable-next-line no-console -- this is what an error handler is for
    console.error(withoutSecrets(textOf(error)).replaceAll(personal, withheld));
  }
}

function textOf(error: unknown): string {
  if (error instanceof Error) return error.stack ?? error.message;
  // Angular's own answer of a failed request is no `Error`, and holds all that the tenant said.
  if (isJsonObject(error) && typeof error['message'] === 'string') return error['message'];

  return String(error);
}
