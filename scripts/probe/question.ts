/** A tenant that is asked, and a client of it that needs no secret. */
export interface ProbedTenant {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly clientId: string;
  /** One of the client's allowed callback URLs. */
  readonly callback: string;
}

/** One thing that the contract says about a tenant, in a form that can be compared. */
export interface Question {
  /** In the words of a person who asks. */
  readonly name: string;
  /** The section of the contract. */
  readonly source: string;
  readonly expected: string;
  readonly ask: (tenant: ProbedTenant) => Promise<string>;
}

/** What was answered to a question. */
export interface Finding {
  readonly question: Question;
  readonly seen: string;
  readonly isDifferent: boolean;
}
