import type { Account } from '../account';
import type { Connection } from '../connection';
import type { Identity } from '../identity';
import { noting } from '../settings/brought-values';
import type { HistoryEntry } from '../settings/link-history';
import { archivedFor } from '../settings/settings-archive';
import {
  compareSettings,
  nothingCompared,
  type Decision,
  type SettingsComparison,
} from '../settings/settings-comparison';
import {
  mergeSettings,
  nothingMerged,
  type Decisions,
  type SettingsMerge,
} from '../settings/settings-merge';
import { mostBytes } from '../settings/settings-limits';
import { doubtBetween, type AccountDoubt } from './account-doubt';
import { blockersOf, limitBlockers, type Blocker } from './link-blockers';
import { sizeOfOpening } from './journal-opening';
import { adviseDirection, type Direction, type DirectionAdvice } from './link-direction';
import type { LinkPolicy } from './link-policy';
import { isDoubtful, lossesOf, warningsAbout, type Loss, type Warning } from './link-warnings';

/** Two accounts that their owner has proven, and what is known about the link that is asked for. */
export interface LinkProposal {
  /** The account the person is signed in with. */
  readonly first: Account;
  readonly second: Account;
  readonly connection: Connection;
  readonly policy: LinkPolicy;
  /** What this tab knows of links and unlinks of the first account; an unlink is not on record there at once. */
  readonly events?: readonly HistoryEntry[];
  /** By the tenant's clock, in milliseconds since 1970. */
  readonly nowMs: number;
  /** When the second sign-in stops proving anything, by the same clock. */
  readonly proofExpiresAtMs: number;
}

/** What the person has chosen so far. */
export interface LinkChoices {
  readonly direction: Direction;
  /** What was decided by hand; the operator's presets hold for the rest. */
  readonly decisions: Decisions;
}

/** What is to become of one setting. */
export interface SettingDecision {
  readonly key: string;
  readonly decision: Decision;
}

/** What a link would do, computed before anything is written. */
export interface LinkPlan {
  readonly direction: Direction;
  /** The account that stays, with its `user_id`. */
  readonly kept: Account;
  /** The account whose identities the kept one gets; it ends with the link. */
  readonly absorbed: Account;
  /** Every sign-in method of the account that is kept, in the tenant's order. */
  readonly identities: readonly Identity[];
  readonly advice: DirectionAdvice;
  readonly settings: SettingsComparison;
  readonly decisions: Decisions;
  readonly merge: SettingsMerge;
  readonly warnings: readonly Warning[];
  readonly losses: readonly Loss[];
  /** By what the accounts look like those of two people, so that their owner has to say that both are theirs. */
  readonly doubt: AccountDoubt | undefined;
  /** Whether the second account may not be the one that was meant; then nothing speaks for keeping it. */
  readonly isSecondDoubtful: boolean;
  /** Why it cannot be done at all; empty when it can. */
  readonly blockers: readonly Blocker[];
  /** How many requests it takes from here. */
  readonly calls: number;
}

/** Gives what is chosen before the person chooses: the signed-in account is kept, if it may be. */
export function firstChoices({ first, second, policy }: LinkProposal): LinkChoices {
  const { forbidden } = adviseDirection(first, second, policy);
  const direction =
    forbidden.has('keepFirst') && !forbidden.has('keepSecond') ? 'keepSecond' : 'keepFirst';

  return { direction, decisions: new Map() };
}

/** Turns choices into another direction: each decision stays with the value that it was made for. */
export const turned = (choices: LinkChoices, direction: Direction): LinkChoices =>
  choices.direction === direction
    ? choices
    : {
        direction,
        decisions: new Map(
          [...choices.decisions].map(([key, decision]) => [key, mirrored[decision]] as const),
        ),
      };

/** Adds to choices what was decided about one setting. */
export const decided = (
  { direction, decisions }: LinkChoices,
  { key, decision }: SettingDecision,
): LinkChoices => ({ direction, decisions: new Map([...decisions, [key, decision]]) });

const mirrored = { mine: 'theirs', theirs: 'mine', both: 'both' } as const;

/**
 * Plans a link: which account is kept, what its settings become, what is set aside or lost, and what speaks against it.
 * Writes nothing. The second parameter is what the person has chosen so far.
 *
 * @example
 * const plan = planLink(proposal, turned(firstChoices(proposal), 'keepSecond'));
 * if (plan.blockers.length === 0) saga.link(plan, secondarySession, connection.name);
 */
export function planLink(
  proposal: LinkProposal,
  { direction, decisions: decided }: LinkChoices = firstChoices(proposal),
): LinkPlan {
  const { first, second, connection, policy, nowMs, events = [] } = proposal;
  const [kept, absorbed] = direction === 'keepFirst' ? [first, second] : [second, first];
  const advice = adviseDirection(first, second, policy);
  const decisions = new Map([...policy.metadataPresets, ...decided]);
  const doubt = doubtBetween(first, second);
  const mine = kept.settings;
  const limits = limitBlockers(kept, absorbed);
  const settings =
    limits.length > 0
      ? nothingCompared
      : compareSettings(
          mine,
          // What it could not bring in at an earlier link is offered again.
          new Map([...archivedFor(mine, absorbed.userId), ...absorbed.settings]),
          policy.reservedMetadata,
        );
  const merge = limits.length > 0 ? nothingMerged : merged(settings, decisions, { kept, absorbed });

  return {
    direction,
    kept,
    absorbed,
    identities: [...kept.identities, ...absorbed.identities],
    advice,
    settings,
    decisions,
    merge,
    warnings: warningsAbout({ kept, absorbed, second, connection, nowMs, events }),
    losses: lossesOf(absorbed, settings),
    doubt,
    isSecondDoubtful:
      doubt !== undefined || isDoubtful({ first, second, connection, nowMs, events }),
    blockers: [...limits, ...blockersOf({ kept, absorbed, direction, advice, merge })],
    // Both are read and linked; where there are settings to write, it looks once more, and closes as well.
    calls: hasNothingToMerge({ merge }) ? 3 : 6,
  };
}

function merged(
  settings: SettingsComparison,
  decisions: Decisions,
  { kept, absorbed }: { readonly kept: Account; readonly absorbed: Account },
): SettingsMerge {
  const mine = kept.settings;
  const subjects = { kept: kept.userId, absorbed: absorbed.userId };
  const { connection } = absorbed.identities[0];
  const bare = mergeSettings(settings, decisions, { mine, subjects, connection });
  const from = { subject: absorbed.userId, connection };
  const noted = noting(bare, settings.rows, { mine, decisions, from });

  // No link is refused for want of room for a note.
  return sizeOfOpening(mine, noted.changes, absorbed.userId) > mostBytes ? bare : noted;
}

/** Whether a link writes nothing but the link itself. */
export const hasNothingToMerge = ({ merge }: Pick<LinkPlan, 'merge'>): boolean =>
  merge.changes.size === 0;

/** Gives a plan's accounts as they were proven: the signed-in one, and the second, whichever of them is kept. */
export const inOrder = ({
  direction,
  kept,
  absorbed,
}: Pick<LinkPlan, 'direction' | 'kept' | 'absorbed'>): {
  readonly first: Account;
  readonly second: Account;
} =>
  direction === 'keepFirst' ? { first: kept, second: absorbed } : { first: absorbed, second: kept };

/** Proposes a link again, with its accounts as they were read at `nowMs`, in milliseconds since 1970. */
export const proposedAgain = (
  proposal: LinkProposal,
  plan: Pick<LinkPlan, 'direction' | 'kept' | 'absorbed'>,
  nowMs: number,
): LinkProposal => ({ ...proposal, ...inOrder(plan), nowMs });
