import type { Account } from '../../identity/account';
import type { TenantFailure } from '../../identity/failure';
import type { Settings } from '../../identity/json';
import type { Direction } from '../../identity/link/link-direction';
import type { WriteOutcome } from '../../identity/write-outcome';

/** What a read told: the account, or why nothing is known. */
export type AccountReading =
  | { readonly known: true; readonly account: Account }
  | { readonly known: false; readonly code: TenantFailure };

/** What is known about a write, without more than a saga needs to decide what comes next. */
export type Written<Value> = WriteOutcome<Value, { readonly code: TenantFailure }>;

/**
 * Everything a link does to the world, and all that it learns from it. Nothing here throws: what is not known
 * is an answer too.
 */
export interface LinkPort {
  /** Which of the two accounts the person keeps. */
  readonly direction: Direction;
  /** Reads the kept account. */
  readKept(): Promise<AccountReading>;
  /** Reads the absorbed account. */
  readAbsorbed(): Promise<AccountReading>;
  /** Writes root keys of the kept account's settings. */
  write(changes: Settings): Promise<Written<Account>>;
  /** Links. From here on there is no way back. */
  send(): Promise<Written<Account['identities']>>;
  /** The time by the tenant's clock, in milliseconds since 1970. */
  now(): number;
  delay(milliseconds: number): Promise<void>;
  /** Follows a step, and does something each time that it has lasted so long again, in milliseconds. */
  whileLasting<Value>(
    step: Promise<Value>,
    everyMs: number,
    act: () => Promise<unknown>,
  ): Promise<Value>;
  /** Notes in this browser how far a link has come, so that it knows after a reload whether it was sent. */
  note(journalId: string, step: 'prepared' | 'sent' | 'closed'): void;
}

/** What is needed to close or take back a link: the kept account, and nothing of the other. */
export type JournalPort = Omit<LinkPort, 'direction' | 'readAbsorbed' | 'send' | 'whileLasting'>;
