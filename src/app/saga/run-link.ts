import type { Account } from '../identity/account';
import { sameAccount } from '../identity/link/account-change';
import { journalOf, type Journal } from '../identity/link/journal';
import { openJournal, openingChanges, type Announcement } from '../identity/link/journal-opening';
import { hasNothingToMerge, type LinkPlan } from '../identity/link/link-plan';
import { backOff, mostTries } from './back-off';
import { finishLink } from './finish-link';
import { undoLink } from './undo-link';
import type { LinkPhase, LinkResult } from './link-result';
import type { LinkWorld } from './link-world';
import { sendWithoutJournal } from './send-link';

/** How long what the person has agreed to counts as what is there, in milliseconds. */
const freshFor = 15_000;

/**
 * Carries out a link that the person has agreed to. With settings to move it is a saga: one write changes them
 * and opens the journal, one request links, one write closes the journal.
 */
export async function runLink(
  world: LinkWorld,
  plan: LinkPlan,
  announcement: Omit<Announcement, 'now'>,
  report: (phase: LinkPhase) => void,
): Promise<LinkResult> {
  report('preparing');
  const stopped = await recheck(world, plan);
  if (stopped !== undefined) return stopped;

  if (hasNothingToMerge(plan)) {
    report('sending');

    return sendWithoutJournal(world, plan.secondary.userId);
  }
  const { changes } = plan.merge;
  const journal = openJournal(plan.primary.settings, changes, {
    ...announcement,
    now: world.now(),
  });
  const opened = await open(world, openingChanges(changes, journal), journal);

  return 'result' in opened ? opened : finishLink(world, opened.settings, journal, report);
}

/** Whether the accounts are still what the person agreed to; read afresh where that is not certain. */
async function recheck(world: LinkWorld, plan: LinkPlan): Promise<LinkResult | undefined> {
  const isOld = world.now() - plan.plannedAt > freshFor;
  let { primary, secondary } = plan;

  if (isOld || !hasNothingToMerge(plan)) {
    const reading = await world.readPrimary();
    if (!reading.known) return { result: 'notDone', code: reading.code };
    primary = reading.account;
  }
  if (isOld) {
    const reading = await world.readSecondary();
    if (!reading.known) return { result: 'notDone', code: reading.code };
    secondary = reading.account;
  }

  return sameAccount(primary, plan.primary) && sameAccount(secondary, plan.secondary)
    ? undefined
    : { result: 'changed', primary, secondary };
}

/** Writes the settings and the journal, until it is known whether they are there. */
async function open(
  world: LinkWorld,
  changes: ReturnType<typeof openingChanges>,
  journal: Journal,
): Promise<LinkResult | Account> {
  world.note(journal.id, 'prepared');

  for (let tries = 1; ; tries += 1) {
    const written = await world.write(changes);
    if (written.outcome === 'ok') return judged(world, written.value, journal);
    const { code } = written.reason;
    if (written.outcome !== 'unknown') {
      world.note(journal.id, 'closed');

      return { result: 'notDone', code: code === 'rejected' ? 'settings-refused' : code };
    }

    const reading = await world.readPrimary();
    if (!reading.known) return { result: 'open', code, journal };
    const found = journalOf(reading.account.settings);
    if (found !== undefined) return judged(world, reading.account, journal);
    if (tries === mostTries) return { result: 'open', code, journal };
    await backOff(world, tries);
  }
}

/** Two devices may write at the same moment; the later write wins, and only its link goes on. */
const judged = (
  world: LinkWorld,
  account: Account,
  journal: Journal,
): Promise<LinkResult> | Account =>
  journalOf(account.settings)?.id === journal.id
    ? account
    : undoLink(world, journal, { code: 'other-link', mayArrive: false, account });
