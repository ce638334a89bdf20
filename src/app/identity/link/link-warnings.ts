import { isCompanyAccount, nameOf, type Account } from '../account';
import type { Connection } from '../connection';
import { connectionKind } from '../connection-kinds';
import { historyOf, type HistoryEntry } from '../settings/link-history';
import { archivedFor } from '../settings/settings-archive';
import type { SettingsComparison } from '../settings/settings-comparison';
import { isNewborn } from '../sign-in/new-account';
import { looksAlike } from '../text/look-alike';

/** Something about the two accounts that their owner should notice before one absorbs the other. */
export type Warning =
  | { readonly kind: 'manyMethods'; readonly count: number }
  /** The method that was asked for is one of several of an account that is absorbed with all of them. */
  | { readonly kind: 'belongsElsewhere'; readonly count: number }
  | { readonly kind: 'otherConnection' }
  /** The account is as old as the sign-in; an Action may have given it settings all the same. */
  | {
      readonly kind: 'newborn';
      readonly hasSettings?: true;
      /** What the code went to that has made it: most of those who add a number have no account with it. */
      readonly madeFor?: 'phone' | 'email';
    }
  /** It is as old as the sign-in as well, and was a method of the first account until that was unlinked. */
  | {
      readonly kind: 'unlinkedBefore';
      /** When that was, in milliseconds since 1970, where the first account remembers it. */
      readonly atMs?: number;
      readonly hasSettings?: true;
      readonly madeFor?: 'phone' | 'email';
    }
  | { readonly kind: 'companyAbsorbed' }
  | { readonly kind: 'lookAlike' };

/**
 * Something that is lost with the absorbed account. The tenant discards its `app_metadata`, and does not carry over
 * roles, organizations or enrolments (tenant contract §7).
 */
export type Loss =
  | { readonly kind: 'separateAccount' }
  | { readonly kind: 'settings'; readonly paths: readonly string[] }
  | { readonly kind: 'portalData' }
  | { readonly kind: 'access' };

/** Two accounts and the sign-in that has proven the second, at `nowMs` by the tenant's clock. */
interface AccountsProven {
  readonly kept: Account;
  readonly absorbed: Account;
  readonly second: Account;
  readonly connection: Connection;
  readonly nowMs: number;
  /** What is known of links and unlinks of the first account beside what it has on record. */
  readonly events?: readonly HistoryEntry[];
}

/** Lists what somebody should know before a link; nothing of it forbids the link. */
export function warningsAbout({
  kept,
  absorbed,
  second,
  connection,
  nowMs,
  events = [],
}: AccountsProven): readonly Warning[] {
  const { identities } = second;
  const count = absorbed.identities.length;
  const wasAskedFor = identities.some((identity) => identity.connection === connection.name);
  const isItsOwn = identities[0].connection === connection.name;
  const belongsElsewhere = wasAskedFor && !isItsOwn && second === absorbed;

  return [
    ...(wasAskedFor ? [] : [{ kind: 'otherConnection' } as const]),
    ...(count > 1
      ? [{ kind: belongsElsewhere ? 'belongsElsewhere' : 'manyMethods', count } as const]
      : []),
    ...(isNewborn(second, nowMs)
      ? [youngWarning(second === kept ? absorbed : kept, second, events)]
      : []),
    ...(isCompanyAccount(absorbed) && !isCompanyAccount(kept)
      ? [{ kind: 'companyAbsorbed' } as const]
      : []),
    ...(looksAlike(nameOf(kept), nameOf(absorbed)) ? [{ kind: 'lookAlike' } as const] : []),
  ];
}

/** What to say of a second account that has only just come to be. */
function youngWarning(
  first: Account,
  { userId, settings, identities }: Account,
  events: readonly HistoryEntry[],
): Warning {
  const madeFor = connectionKind(identities[0].provider).messageTo;
  const about = {
    ...(settings.size > 0 && { hasSettings: true as const }),
    ...(madeFor && { madeFor }),
  };
  const last = [...historyOf(first.settings), ...events]
    .filter(({ subject }) => subject === userId)
    .sort((one, other) => one.atMs - other.atMs)
    .at(-1);
  // What was not chosen at a link is saved by the account that it came from.
  if (last !== undefined || archivedFor(first.settings, userId).size > 0) {
    const at = last?.what === 'unlink' && { atMs: last.atMs };

    return { kind: 'unlinkedBefore', ...at, ...about };
  }

  return { kind: 'newborn', ...about };
}

/** The warnings that ask whether the second account is the one that was meant. */
const doubting: ReadonlySet<Warning['kind']> = new Set([
  'belongsElsewhere',
  'otherConnection',
  'newborn',
  'lookAlike',
]);

/** Whether something speaks against the second account being the one that was meant, whichever is kept. */
export const isDoubtful = ({
  first,
  ...proven
}: Omit<AccountsProven, 'kept' | 'absorbed'> & { readonly first: Account }): boolean =>
  warningsAbout({ kept: first, absorbed: proven.second, ...proven }).some(({ kind }) =>
    doubting.has(kind),
  );

/** Lists what a link cannot bring along from the account that is absorbed. */
export function lossesOf(absorbed: Account, { leftOut }: SettingsComparison): readonly Loss[] {
  const paths = leftOut.filter(({ why }) => why === 'forbidden').map(({ path }) => path);

  return [
    { kind: 'separateAccount' },
    ...(paths.length > 0 ? [{ kind: 'settings', paths } as const] : []),
    ...(absorbed.hasAppMetadata ? [{ kind: 'portalData' } as const] : []),
    { kind: 'access' },
  ];
}
