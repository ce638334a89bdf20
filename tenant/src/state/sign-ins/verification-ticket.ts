/** A link that was sent to an address, and whose address it was then. */
export interface VerificationTicket {
  readonly identity: string;
  readonly email: string;
  readonly expiresAtMs: number;
}
