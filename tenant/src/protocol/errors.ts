/** A refusal of the Authentication API, `{error, error_description}` (contract §3.1). */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';
  readonly status: number;
  readonly error: string;
  #headers: Readonly<Record<string, string>> = {};

  constructor(status: number, error: string, description: string) {
    super(description);
    this.status = status;
    this.error = error;
  }

  get headers(): Readonly<Record<string, string>> {
    return this.#headers;
  }

  /** Sends these headers with the refusal. */
  withHeaders(headers: Readonly<Record<string, string>>): this {
    this.#headers = headers;

    return this;
  }
}

/** A refusal of the Management API, `{statusCode, error, message, errorCode?}` (contract §6.1). */
export class ManagementError extends Error {
  override readonly name = 'ManagementError';
  readonly status: ManagementStatus;
  readonly errorCode: string | undefined;
  #hasAttributes = false;

  constructor(status: ManagementStatus, message: string, errorCode?: string) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
  }

  get hasAttributes(): boolean {
    return this.#hasAttributes;
  }

  /** Repeats the message under `attributes`, as the token checks do. */
  withAttributes(): this {
    this.#hasAttributes = true;

    return this;
  }
}

/** The statuses the Management API refuses with, and the words it puts beside them. */
export const managementStatusText = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
} as const;

type ManagementStatus = keyof typeof managementStatusText;

/** Why a page refuses; what a person reads of it is in `ui/texts`. */
export type PageFault =
  | 'nothingHere'
  | 'notFromHere'
  | 'unknownApplication'
  | 'callbackMismatch'
  | 'originNotAllowed'
  | 'logoutMismatch'
  | 'hintNotOurs'
  | 'hintOfAnother'
  | 'signInEnded'
  | 'otherBrowser'
  | 'otherMethod'
  | 'otherDevice'
  | 'linkEnded'
  | 'verifiedOnce'
  | 'verifiedWrong'
  | 'verifiedLate'
  | 'verifiedAlready'
  | 'noSuchAccount'
  | 'nobodyExpected'
  | 'noAnswer';

/** A refusal that is shown to the person on a page of the tenant, and never sent to a client. */
export class PageError extends Error {
  override readonly name = 'PageError';
  readonly status: number;
  readonly fault: PageFault;
  /** What came, as it came. */
  readonly came: string;
  /** What could have come instead. */
  readonly allowed: readonly string[];

  constructor(
    status: number,
    fault: PageFault,
    { came = '', allowed = [] }: Partial<Pick<PageError, 'came' | 'allowed'>> = {},
  ) {
    super(fault);
    this.status = status;
    this.fault = fault;
    this.came = came;
    this.allowed = allowed;
  }
}

/** A refusal of a sign-in that the client is told about at its callback (contract §2.2). */
export class CallbackError extends Error {
  override readonly name = 'CallbackError';
  readonly error: string;

  constructor(error: string, description: string) {
    super(description);
    this.error = error;
  }
}

/** Makes the refusal of a sign-in whose parameters are wrong (contract §2.2). */
export function invalidRequest(description: string): CallbackError {
  return new CallbackError('invalid_request', description);
}

/** Makes the answer to an address that has no page. */
export function nothingHere(path: string): PageError {
  return new PageError(404, 'nothingHere', { came: path });
}
