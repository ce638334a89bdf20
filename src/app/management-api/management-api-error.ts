import { HttpErrorResponse } from '@angular/common/http';

import type { TenantFailure } from '../identity/failure';
import { SessionError } from '../session/tokens/session-error';
import { UnreadableAnswerError } from './parse-answer';

/** Thrown by reads, and the reason of writes that did not end well; decided by status, never by words. */
export class ManagementApiError extends Error {
  override readonly name = 'ManagementApiError';
  readonly code: TenantFailure;

  constructor(code: TenantFailure, options?: ErrorOptions) {
    super(`The Management API did not do it: ${code}.`, options);
    this.code = code;
  }

  /** Names a request that failed. `asked`: in whose name; a second person helps by signing in again. */
  static from(cause: unknown, asked: 'first' | 'second' = 'first'): ManagementApiError {
    if (cause instanceof ManagementApiError) return cause;
    const code = codeOf(cause);
    const isOthers = code === 'signed-out' && asked === 'second';

    return new ManagementApiError(isOthers ? 'second-signed-out' : code, { cause });
  }
}

function codeOf(cause: unknown): TenantFailure {
  if (cause instanceof SessionError) return cause.code;
  if (cause instanceof UnreadableAnswerError) return 'unreadable';
  if (cause instanceof HttpErrorResponse)
    return codes.get(cause.status) ?? codeOfRange(cause.status);

  // What is left is a time-out, or a failure before anything could be sent.
  return 'unreachable';
}

/** Tenant contract §6.1. Status 0 is the browser's word for no answer at all. */
const codes: ReadonlyMap<number, TenantFailure> = new Map([
  [0, 'unreachable'],
  [401, 'signed-out'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [409, 'conflict'],
  [429, 'busy'],
]);

function codeOfRange(status: number): TenantFailure {
  if (status >= 500) return 'tenant-error';
  if (status >= 400) return 'rejected';

  // A success that is reported as an error is one whose body was not JSON.
  return 'unreadable';
}
