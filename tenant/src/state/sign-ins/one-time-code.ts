/** The newest code of one address; every other one is void (contract §4.1). */
export interface OneTimeCode {
  readonly code: string;
  readonly clientId: string;
  readonly expiresAtMs: number;
  readonly failures: number;
}

/** A password or a code that was right, waiting for the browser to bring it (contract §4.4). */
export interface LoginTicket {
  readonly clientId: string;
  readonly identity: string;
  readonly realm: string;
  readonly browser: string;
  /** What the client's page keeps for the case that its browser sends no cookie: a name … */
  readonly coId: string;
  /** … and what is kept under it. */
  readonly verifier: string;
}

/** Whose code a page of the tenant waits for. */
export interface CodeStep {
  readonly connection: string;
  readonly address: string;
}
