import { byteSize, isJsonList, sameJson, type Json, type Settings } from '../../identity/json';
import {
  archiveKey,
  cleaned,
  historyKey,
  isForbiddenName,
  isOwnNote,
} from '../../identity/settings/reserved-settings';
import {
  historyOf,
  mostHistoryBytes,
  type HistoryEntry,
} from '../../identity/settings/link-history';
import { archivedFor, archiveOf } from '../../identity/settings/settings-archive';
import { dueTasks } from '../../identity/settings/portal-task';
import type { LinkResult } from '../link/link-result';
import type { OpenLink } from '../link/reconcile-link';
import type { UnlinkResult } from '../unlink/run-unlink';
import { linkId, type Story } from './story';

/** What is not as promised, or `undefined`. */
type Invariant = (story: Story) => string | undefined;

/** I1: every setting of the absorbed account is readable there, in the kept account, or in what that sets aside. */
const noLoss: Invariant = (story) => {
  if (!story.wasLinked) return undefined;
  const { settings } = story.kept;
  const copy: Settings = story.journal?.snapshot ?? new Map();
  const subject = story.plan.absorbed.userId;
  const lost = [...story.tenant.ended]
    .filter(([key]) => !isForbiddenName(key) && !isOwnNote(key))
    .map(([key, value]) => [key, cleaned(value, key).value] as const)
    .filter(
      ([key, value]) =>
        ![settings, copy].some(
          (one) => holds(one.get(key), value) || holds(archivedFor(one, subject).get(key), value),
        ) && !isTakenOver(story, key),
    );

  return lost.length === 0 ? undefined : `lost ${JSON.stringify(lost)}`;
};

/**
 * Whether somebody else wrote a setting that had been merged, so that the merged value is theirs to answer for:
 * after the link, or where no page lived to set it aside, or where the account had no room for a copy of it, or
 * where both accounts had the same value, so that the link had none to bring.
 */
function isTakenOver(story: Story, key: string): boolean {
  const edits = story.edits.get(key) ?? [];
  const hasCopy = story.journal === undefined || story.journal.snapshot !== undefined;

  return (
    edits.length > 0 &&
    (story.isBusy ||
      story.wasCutShort ||
      !story.plan.merge.changes.has(key) ||
      !hasCopy ||
      edits.some(({ watched }) => !watched))
  );
}

/** I2: what is neither undone nor linked has a journal that says so. */
const noSilentHalfState: Invariant = (story) => {
  if (story.journal !== undefined) return undefined;
  const { settings } = story.kept;
  const { kept, merge } = story.plan;
  const half = [...merge.changes]
    .filter(([key]) => key !== archiveKey && !story.edits.has(key))
    .filter(
      ([key, after]) =>
        !sameJson(settings.get(key), story.wasLinked ? after : kept.settings.get(key)),
    );

  return half.length === 0 ? undefined : `half done without a journal: ${half.map(String).join()}`;
};

/** I3: the account that was chosen is the one that is kept, and nothing of it has moved. */
const samePerson: Invariant = ({ kept, plan, absorbed }) => {
  const own = kept.identities[0].userId === plan.kept.identities[0].userId;
  const untouched = absorbed === undefined || absorbed.identities.length === 1;

  return own && untouched ? undefined : 'the accounts have changed places';
};

/** I4: a link takes effect once at most, and once more at most after each unlink. */
const linkedOnce: Invariant = ({ tenant }) =>
  tenant.links <= 1 + tenant.unlinks ? undefined : `linked ${tenant.links} times`;

/** I5, and I1: whoever sends a link has the lease, and has looked at both accounts in the moment before. */
const sentWithCare: Invariant = ({ broken }) => broken[0];

/** I7: there is a way in. */
const aWayIn: Invariant = ({ kept }) =>
  kept.identities[0].userId === '' ? 'nobody can sign in' : undefined;

/** I8: the kept account's settings are what they were, what was agreed to, or what somebody else has written. */
const noMoreThanApproved: Invariant = ({ kept: { settings }, plan, edits }) => {
  const [before, changes] = [plan.kept.settings, plan.merge.changes];
  const isApproved = (key: string): boolean => {
    const value = settings.get(key);
    const allowed = [before.get(key), changes.get(key), ...(edits.get(key) ?? []).map(valueOf)];

    return allowed.some((one) => sameJson(value ?? null, one ?? null));
  };
  const keys = [...new Set([...before.keys(), ...settings.keys()])].filter(
    (key) => !isOwnNote(key) && key !== archiveKey,
  );
  const foreign = keys.filter((key) => {
    const value = settings.get(key);
    // Nothing is deleted that was there, unless somebody else has deleted it.
    if (value === undefined && before.has(key)) {
      return !(edits.get(key) ?? []).some((edit) => edit.value === null);
    }

    return !isApproved(key);
  });

  return foreign.length === 0 ? undefined : `not as approved: ${foreign.join()}`;
};

/** I8, for what is set aside: what others have put there stays. */
const archiveKept: Invariant = ({ kept, plan }) => {
  const before = plan.kept.settings.get(archiveKey);
  const now = kept.settings.get(archiveKey);
  const gone = [...archiveOf(before)].filter(
    ([subject, settings]) =>
      subject !== plan.absorbed.userId &&
      [...settings.keys()].some((key) => !archiveOf(now).get(subject)?.has(key)),
  );

  return gone.length === 0 ? undefined : `no longer set aside: ${gone.map(String).join()}`;
};

/**
 * I8, for what the account remembers: each of its own links at most once, nothing of the absorbed account's, and only
 * where the account has room for it.
 */
const remembersItsOwn: Invariant = ({ kept: { settings }, plan, tenant }) => {
  const entries = historyOf(settings);
  const others = historyOf(plan.absorbed.settings);
  const links = entries.filter(({ subject }) => subject === plan.absorbed.userId);
  if (links.length > tenant.links) return 'a link is remembered twice';
  if (entries.some((one) => others.some((other) => sameEvent(one, other)))) {
    return 'another account is remembered';
  }
  if (!settings.has(historyKey)) return undefined;

  return byteSize(settings.get(historyKey) ?? null) > mostHistoryBytes
    ? 'too much is remembered'
    : undefined;
};

/** The portal is told of each link and unlink of these two accounts, of no other, and of none that did not happen. */
const toldOfWhatIsSo: Invariant = (story) => {
  const { plan, tenant } = story;
  const tasks = dueTasks(story.kept);
  const links = tasks.filter(({ what }) => what === 'link');
  if (tasks.length - links.length > tenant.unlinks) return 'told of an unlink that is not so';
  if (links.length > 0 && !story.wasLinked) return 'told of a link that is not so';
  if (links.some(({ id }) => id !== linkId)) return 'told of one link by two ids';
  if (tasks.some((one) => one.kept !== plan.kept.userId || one.other !== plan.absorbed.userId)) {
    return 'told of somebody else';
  }

  const isOwed = story.isTold && story.isLinked && !story.hasAnswered;

  return isOwed && story.journal === undefined && links.length === 0
    ? 'not told of the link'
    : undefined;
};

const sameEvent = (one: HistoryEntry, other: HistoryEntry): boolean =>
  one.subject === other.subject && one.atMs === other.atMs;

const invariants = {
  noLoss,
  noSilentHalfState,
  samePerson,
  linkedOnce,
  sentWithCare,
  aWayIn,
  noMoreThanApproved,
  archiveKept,
  remembersItsOwn,
  toldOfWhatIsSo,
};

/** Throws where a promise is broken. */
export function expectInvariants(story: Story, when: string): void {
  for (const [name, invariant] of Object.entries(invariants)) {
    const why = invariant(story);
    if (why !== undefined) throw new Error(`${name}, after ${when}: ${why}`);
  }
}

/** I9: what a person is told is so. */
export function expectHonest(story: Story, result: LinkResult | undefined): void {
  const why = result && untrueResult(story, result);
  if (why !== undefined) throw new Error(`honest: ${why}`);
}

/** I9, for what a visit finds of an unfinished link. */
export function expectHonestStatus(story: Story, found: OpenLink | undefined): void {
  const why = found && untrueStatus(story, found);
  if (why !== undefined) throw new Error(`honest: ${why}`);
}

/** I9, for an unlink; `mayArrive`: whether an earlier one, of which the person knows, is still on its way. */
export function expectHonestUnlink(
  story: Story,
  ended: UnlinkResult | undefined,
  mayArrive: boolean,
): void {
  if (ended?.kind === 'done' && story.isLinked) throw new Error('honest: it is not unlinked');
  if (ended?.kind !== 'notDone') return;
  if (!story.isLinked) throw new Error('honest: it is unlinked');
  if (story.tenant.awaits('unlink') && !mayArrive) throw new Error('honest: it may be unlinked');
}

function untrueResult(story: Story, { kind }: LinkResult): string | undefined {
  switch (kind) {
    case 'done':
      return story.isLinked ? undefined : 'it says done and is not linked';
    case 'notDone':
    case 'changed':
      if (story.isLinked) return `it says ${kind} and is linked`;

      return story.tenant.awaits('link') && story.journal === undefined
        ? `it says ${kind}, and it may arrive without a journal`
        : undefined;
    case 'open':
    case 'unknown':
      return undefined;
  }
}

function untrueStatus(story: Story, { status }: OpenLink): string | undefined {
  switch (status) {
    case 'none':
      return story.journal === undefined ? undefined : 'it says none and there is a journal';
    case 'closed':
      return story.isLinked && story.journal === undefined
        ? undefined
        : 'it says closed and is not';
    case 'undone':
      return story.journal?.phase === 'undone' ? undefined : 'it says undone and is not';
    case 'open':
    case 'elsewhere':
    case 'here':
      return undefined;
  }
}

const valueOf = ({ value }: { readonly value: Json }): Json => value;

/** Whether a value is there, by itself or among the items of a list that was joined with it. */
const holds = (value: Json | undefined, wanted: Json): boolean =>
  sameJson(value, wanted) ||
  (isJsonList(value) &&
    isJsonList(wanted) &&
    wanted.every((item) => value.some((own) => sameJson(own, item))));
