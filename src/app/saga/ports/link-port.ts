import type { Account } from '../../identity/account';
import type { TenantFailure } from '../../identity/failure';
import type { Settings } from '../../identity/json';
import type { Direction } from '../../identity/link/link-direction';
import type { HistoryEntry } from '../../identity/settings/link-history';
import type { WriteOutcome } from '../../identity/write-outcome';

/** What reading an account has told: the account, or why nothing is known of it. */
export type AccountReading =
  | { readonly known: true; readonly account: Account }
  | { readonly known: false; readonly code: TenantFailure };

/** What is known of a write, as far as a saga needs it to go on. */
export type Written<Value> = WriteOutcome<Value, { readonly code: TenantFailure }>;

/** What a link can do and learn outside this application. Nothing here throws: not to know is an answer, too. */
export interface LinkPort {
  /** Which of the two accounts the person keeps. */
  readonly direction: Direction;
  /** Reads the kept account. */
  readKept(): Promise<AccountReading>;
  /** Reads the absorbed account. */
  readAbsorbed(): Promise<AccountReading>;
  /** Writes root keys of the kept account's settings. */
  write(changes: Settings): Promise<Written<Account>>;
  /** Sends the link. From here on there is no way back. */
  send(): Promise<Written<Account['identities']>>;
  /** Tells the time by the tenant's clock, in milliseconds since 1970. */
  now(): number;
  /** Waits, in milliseconds. */
  delay(milliseconds: number): Promise<void>;
  /** Follows a step to its end, and acts each time that it has lasted `everyMs` longer. */
  whileLasting<Value>(
    step: Promise<Value>,
    everyMs: number,
    act: () => Promise<unknown>,
  ): Promise<Value>;
  /** Notes in this browser how far a link has come, so that it knows after a reload whether it was sent. */
  note(journalId: string, step: 'prepared' | 'sent' | 'closed'): void;
  /** Lists what this tab knows to have happened to the kept account, whether that remembers it or not. */
  events(): readonly HistoryEntry[];
}

/** What closing a link or taking it back needs: the kept account, and nothing of the other. */
export type JournalPort = Omit<LinkPort, 'direction' | 'readAbsorbed' | 'send' | 'whileLasting'>;

/** How often a request is made at most when its answer does not come. */
export const mostTries = 3;

/** Waits before another try: about a second after the first, then twice as long each time. */
export const retryDelay = (port: Pick<LinkPort, 'delay'>, tries: number): Promise<void> =>
  port.delay(1000 * 2 ** (tries - 1) * (0.8 + Math.random() * 0.4));
