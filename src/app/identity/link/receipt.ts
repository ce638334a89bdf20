import { labelOf, labelOfIdentity, type Account } from '../account';
import { subjectOf, type Identity } from '../identity';
import { objectOf, type JsonObject, type Settings } from '../json';
import type { HistoryEntry } from '../settings/link-history';
import { archiveKey } from '../settings/reserved-settings';
import { archivedFor, type SettingsArchive } from '../settings/settings-archive';
import type { Journal } from './journal';
import type { Closing } from './journal-closing';
import type { LinkPlan } from './link-plan';
import type {
  LinkReceipt as ToldLink,
  UnlinkReceipt as ToldUnlink,
} from '../settings/portal-receipt';
import type { UnlinkPlan } from './unlink-plan';

/** The record of a finished link that a person can keep; it holds no token. */
export interface LinkReceipt {
  readonly what: 'link';
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly kept: ReceiptAccount;
  /** The absorbed account, by the name that it has in the receipts people keep. */
  readonly joined: ReceiptAccount;
  /** The `provider|id` of every sign-in method after the link. */
  readonly signInMethods: readonly string[];
  readonly settings: {
    /** What came into the account that is kept, with its values. */
    readonly moved: JsonObject;
    /** What was set aside there, by the account it comes from. */
    readonly setAside: JsonObject;
    /** What somebody else changed meanwhile, so that it could not be carried over. */
    readonly lost: readonly string[];
  };
}

/** The record of a finished unlink. */
export interface UnlinkReceipt extends Pick<LinkReceipt, 'at' | 'kept' | 'signInMethods'> {
  readonly what: 'unlink';
  readonly left: ReceiptAccount;
}

/** The record of something that was done, for the person to keep. */
export type Receipt = LinkReceipt | UnlinkReceipt;

/** Gives what an account remembers of what a receipt is about. */
export function historyEntryOf(receipt: Receipt): HistoryEntry {
  const method = receipt.what === 'link' ? receipt.joined : receipt.left;
  const { userId: subject, connection, label } = method;

  return { what: receipt.what, atMs: Date.parse(receipt.at), subject, connection, label };
}

/** An account or a sign-in method as a receipt names it. */
export interface ReceiptAccount {
  readonly userId: string;
  readonly label: string;
  readonly provider: string;
  readonly connection: string;
}

/** What a person should know about settings that somebody else changed during a link, by root key. */
export interface LinkRemarks extends Pick<Closing, 'setAside' | 'lost'> {
  /** Of what is set aside, what the absorbed account had only got since the review. */
  readonly late?: Settings;
}

/**
 * Writes down what a link has done: both accounts, what moved, what is set aside, what is lost. The third parameter is
 * what the saga has noticed since the review.
 */
export function linkReceipt(
  { kept, absorbed, identities, merge }: LinkPlan,
  at: Date,
  { setAside = [], lost = [], late = new Map() }: Partial<LinkRemarks> = {},
): LinkReceipt {
  const values = new Map([...absorbed.settings, ...late]);
  const aside = setAside.map((key) => [key, values.get(key) ?? null] as const);
  const agreed = merge.setAside.get(absorbed.userId) ?? [];

  return {
    what: 'link',
    ...headOf(kept, identities, at),
    joined: summaryOf(absorbed, absorbed.identities[0]),
    settings: {
      moved: movedIn(merge.changes),
      setAside: archiveAsJson(
        new Map([...merge.setAside, [absorbed.userId, new Map([...agreed, ...aside])]]),
      ),
      lost,
    },
  };
}

/** Writes down a link that another page began, as its journal and the account tell it. */
export function continuedLinkReceipt(
  { subject, snapshot = new Map() }: Journal,
  account: Account,
  at: Date,
  { lost = [] }: Pick<Partial<LinkRemarks>, 'lost'> = {},
): LinkReceipt {
  const joined = account.identities.find((identity) => subjectOf(identity) === subject);

  return {
    what: 'link',
    ...headOf(account, account.identities, at),
    joined: summaryOf(account, joined ?? account.identities[0]),
    settings: {
      moved: movedIn(snapshot),
      setAside: archiveAsJson(new Map([[subject, archivedFor(account.settings, subject)]])),
      lost,
    },
  };
}

/** Writes down what an unlink has done: the method that left, and those that remain. */
export const unlinkReceipt = (
  { account, identity, remaining }: UnlinkPlan,
  at: Date,
): UnlinkReceipt => ({
  what: 'unlink',
  ...headOf(account, remaining, at),
  left: summaryOf(account, identity),
});

const headOf = (kept: Account, identities: readonly Identity[], at: Date) => ({
  at: at.toISOString(),
  kept: summaryOf(kept, kept.identities[0]),
  signInMethods: identities.map(subjectOf),
});

function summaryOf(account: Account, identity: Identity): ReceiptAccount {
  const { provider, connection } = identity;
  const isOwn = subjectOf(identity) === account.userId;

  return {
    userId: subjectOf(identity),
    label: isOwn ? labelOf(account) : labelOfIdentity(account, identity),
    provider,
    connection,
  };
}

const movedIn = (changes: Settings): JsonObject =>
  objectOf([...changes].filter(([key]) => key !== archiveKey));

const archiveAsJson = (archive: SettingsArchive): JsonObject =>
  objectOf(
    [...archive]
      .filter(([, settings]) => settings.size > 0)
      .map(([subject, settings]) => [subject, objectOf(settings)] as const),
  );

/** Gives what a portal is told of a link: no names, and no settings. */
export const portalLinkReceipt = ({ at, kept, joined }: LinkReceipt, id: string): ToldLink => ({
  id,
  at,
  kept: kept.userId,
  absorbed: joined.userId,
  connection: joined.connection,
});

/** Gives what a portal is told of an unlink. */
export const portalUnlinkReceipt = ({ at, kept, left }: UnlinkReceipt, id: string): ToldUnlink => ({
  id,
  at,
  kept: kept.userId,
  left: left.userId,
  connection: left.connection,
});
