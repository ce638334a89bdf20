import type { Account } from '../../identity/account';
import type { FailureCode } from '../../identity/failure';
import type { Confirmation } from '../../identity/sign-in/confirmation';

/** The first person's account, as far as it has been read. */
export type AccountRead =
  | { readonly status: 'reading' }
  | {
      readonly status: 'read';
      readonly account: Account;
      /** When the person last proved who they are, in milliseconds since 1970, by the tenant's clock. */
      readonly authenticatedAtMs: number | undefined;
    }
  | { readonly status: 'failed'; readonly code: FailureCode };

export interface SignedInAccountState {
  readonly read: AccountRead;
  /** When it was read, in milliseconds since 1970, by the tenant's clock. */
  readonly readAtMs: number;
  /** When somebody last wanted what only a fresh sign-in may have, in milliseconds since 1970, by the same clock. */
  readonly judgedAtMs: number;
  /** Whether the tenant does not take the session any more, however fresh it is. */
  readonly isConfirmationRequired: boolean;
  readonly confirmation: Confirmation;
}

type Patch = Partial<SignedInAccountState>;

export const initialSignedInAccountState: SignedInAccountState = {
  read: { status: 'reading' },
  readAtMs: 0,
  judgedAtMs: 0,
  isConfirmationRequired: false,
  confirmation: { status: 'none' },
};

export const left = (): SignedInAccountState => initialSignedInAccountState;
export const readAs = (
  account: Account,
  authenticatedAtMs: number | undefined,
  readAtMs: number,
): Patch => ({ read: { status: 'read', account, authenticatedAtMs }, readAtMs });
export const notRead = (code: FailureCode): Patch => ({ read: { status: 'failed', code } });
export const judged = (judgedAtMs: number): Patch => ({ judgedAtMs });
export const confirmationRequired = (): Patch => ({ isConfirmationRequired: true });
export const confirmationIs = (confirmation: Confirmation): Patch => ({ confirmation });

/** They have proven it; what is known of the account stays, until it has been read again. */
export const confirmedAt =
  (authenticatedAtMs: number | undefined) =>
  ({ read }: Pick<SignedInAccountState, 'read'>): Patch => ({
    confirmation: { status: 'none' },
    isConfirmationRequired: false,
    read: read.status === 'read' ? { ...read, authenticatedAtMs } : read,
  });
