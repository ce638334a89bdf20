import { holdsSubject, type Account } from '../../identity/account';
import { journalOf, type Journal } from '../../identity/link/journal';
import {
  openJournal,
  openingChanges,
  type Announcement,
} from '../../identity/link/journal-opening';
import { hasNothingToMerge, type LinkPlan } from '../../identity/link/link-plan';
import { makingRoom } from '../../identity/settings/link-history';
import { tasksToCarry } from '../../identity/settings/portal-task';
import type { LinkPort } from '../ports/link-port';
import { readBoth } from '../ports/read-both';
import { finishLink } from './finish-link';
import { accountIn, judgeAccounts } from './judge-accounts';
import type { LinkPhase, LinkResult } from './link-result';
import { openLink, type Opened } from './open-link';
import { revertSettings } from './revert-settings';
import { sendWithoutJournal } from './send-link';

/**
 * Carries out a link that the person has agreed to. Where there are settings to move, or the portal is to be told of it
 * (`isTold`), one write changes them and opens the journal, one request links, and one write closes the journal.
 */
export async function runLink(
  port: LinkPort,
  {
    plan,
    announcement,
    isTold = false,
    report,
  }: {
    readonly plan: LinkPlan;
    readonly announcement: Omit<Announcement, 'nowMs' | 'tasks'>;
    readonly isTold?: boolean;
    readonly report: (phase: LinkPhase) => void;
  },
): Promise<LinkResult> {
  report('preparing');
  // How short ago both were read proves nothing: another device needs no time to write, nor somebody who blocks one.
  const readings = await readBoth(port);
  const stopped = judgeAccounts(plan, readings);
  // Whoever agreed to what has changed would write over its journal, which knows how the settings were.
  if (stopped?.kind === 'changed' && journalOf(stopped.kept.settings) !== undefined) {
    return { kind: 'notDone', code: 'unfinished-link' };
  }
  if (stopped !== undefined) return stopped;

  if (hasNothingToMerge(plan) && !isTold) {
    report('sending');

    return sendWithoutJournal(port, plan);
  }
  const { changes } = plan.merge;
  const journal = openJournal(plan.kept.settings, changes, {
    ...announcement,
    ...(isTold && { tasks: tasksToCarry(accountIn(readings.absorbed) ?? plan.absorbed) }),
    nowMs: port.now(),
  });
  const opened = await openLink(
    port,
    makingRoom(plan.kept.settings, openingChanges(changes, journal)),
    journal,
  );
  if (opened.kind !== 'opened') return opened;
  const objection = await lastObjection(port, plan, opened);

  return objection === undefined
    ? finishLink(port, { journal, late: new Map(), settings: opened.kept.settings }, { report })
    : takenBack(port, { journal, kept: opened.kept }, objection);
}

/** Judges the accounts as they were when the journal was opened; reads the absorbed one again where that has failed. */
async function lastObjection(
  port: LinkPort,
  plan: LinkPlan,
  { kept, absorbed }: Opened,
): Promise<LinkResult | undefined> {
  const seen = absorbed.known ? absorbed : await port.readAbsorbed();
  // Its settings are what has just been written, and it may absorb another account at any time.
  const isBlocked = kept.isBlocked === true;
  const account: Account = holdsSubject(kept, plan.absorbed.userId)
    ? kept
    : { ...plan.kept, ...(isBlocked && { isBlocked }) };

  return judgeAccounts(plan, { kept: { known: true, account }, absorbed: seen });
}

/** Takes back a link that was opened and not sent; what has changed is shown again. */
async function takenBack(
  port: LinkPort,
  { journal, kept }: { readonly journal: Journal; readonly kept: Account },
  objection: LinkResult,
): Promise<LinkResult> {
  const ended = await revertSettings(port, journal, {
    code: 'undone',
    mayArrive: false,
    account: kept,
  });

  return ended.kind === 'notDone' ? objection : ended;
}
