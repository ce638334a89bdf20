import { holdsSubject, type Account } from '../../identity/account';
import type { FailureCode, TenantFailure } from '../../identity/failure';
import { subjectOf } from '../../identity/identity';
import type { LinkPlan } from '../../identity/link/link-plan';
import { mostTries, retryDelay, type LinkPort } from '../ports/link-port';
import { readBoth } from '../ports/read-both';
import { absorbedGone, judgeAccounts } from './judge-accounts';
import { plainlyDone, type LinkResult } from './link-result';

/**
 * What became of sending a link. `no`: the tenant has refused it, or it was not sent. `held`: it may be sent once the
 * person has signed in again, or there is a connection again. `mayArrive`: whether a try of it has no answer yet.
 */
export type Sent =
  /** What is known of the account by then: its methods from the answer, or all of it. */
  | { readonly kind: 'linked'; readonly account: Pick<Account, 'identities'> & Partial<Account> }
  | {
      readonly kind: 'no' | 'held' | 'unknown';
      readonly code: FailureCode;
      readonly mayArrive: boolean;
      readonly account?: Account;
    };

/** Whether a link may be sent: it may, or it has arrived meanwhile, or `code` says why it may not. */
export type MaySend =
  | { readonly kind: 'go' }
  | { readonly kind: 'linked'; readonly account: Account }
  | { readonly kind: 'held'; readonly code: FailureCode };

/**
 * Sends a link until it is known what became of it. `maySend` is asked before each try. Before a repeat the account has
 * been read, and the tenant takes one credential only once.
 */
export async function sendLink(
  port: LinkPort,
  subject: string,
  maySend: (isRepeat: boolean) => Promise<MaySend>,
): Promise<Sent> {
  let mayArrive = false;

  for (let tries = 1; ; tries += 1) {
    const leave = await maySend(tries > 1);
    if (leave.kind === 'held') return { ...leave, mayArrive };
    if (leave.kind === 'linked') return leave;
    const written = await port.send();
    if (written.outcome === 'ok' && written.value.some((one) => subjectOf(one) === subject)) {
      return { kind: 'linked', account: { identities: written.value } };
    }
    const code = written.outcome === 'ok' ? 'unreadable' : written.reason.code;
    const isAnswered = written.outcome === 'refused' || written.outcome === 'notSent';
    if (isAnswered && isHeld(code)) return { kind: 'held', code, mayArrive };
    if (isAnswered && code === 'forbidden') return { kind: 'no', code, mayArrive };

    // A conflict, too, does not say with whom: the account may hold the method already (contract §6.5).
    const reading = await port.readKept();
    // What the tenant has said means nothing until then, so it is not what the person is told.
    if (!reading.known) return { kind: 'unknown', code: reading.code, mayArrive: true };
    const { account } = reading;
    if (holdsSubject(account, subject)) return { kind: 'linked', account };
    if (isAnswered) return { kind: 'no', code: await whyNot(port, code), mayArrive, account };

    // A gateway that gives up has passed it on, so an error of the server says no more than silence.
    mayArrive = true;
    if (tries === mostTries) return { kind: 'unknown', code, mayArrive };
    await retryDelay(port, tries);
  }
}

/** Sends a link that has no journal: nothing else has been written, so there is nothing to take back. */
export async function sendWithoutJournal(port: LinkPort, plan: LinkPlan): Promise<LinkResult> {
  const sent = await sendLink(port, plan.absorbed.userId, async (isRepeat) => {
    if (!isRepeat) return { kind: 'go' };
    const { kept, absorbed } = await readBoth(port);
    if (kept.known && holdsSubject(kept.account, plan.absorbed.userId)) {
      return { kind: 'linked', account: kept.account };
    }

    // What has come since can only be shown once it is known that nothing is on its way.
    return judgeAccounts(plan, { kept, absorbed }) === undefined
      ? { kind: 'go' }
      : { kind: 'held', code: 'unreachable' };
  });

  return sent.kind === 'linked'
    ? plainlyDone
    : { kind: sent.mayArrive ? 'unknown' : 'notDone', code: sent.code };
}

/** Finds out what became of a link without a journal; sends it again only if it is missing and nothing has changed. */
export async function findOutLink(port: LinkPort, plan: LinkPlan): Promise<LinkResult> {
  const { kept, absorbed } = await readBoth(port);
  if (!kept.known) return { kind: 'unknown', code: kept.code };
  if (holdsSubject(kept.account, plan.absorbed.userId)) return plainlyDone;

  return judgeAccounts(plan, { kept, absorbed }) ?? sendWithoutJournal(port, plan);
}

/** Whether a failure holds a link up and decides nothing about it. */
const isHeld = (code: TenantFailure): boolean =>
  code === 'signed-out' || code === 'second-signed-out' || code === 'busy' || code === 'offline';

/** Finds out why a link was refused where the answer does not say: perhaps the absorbed account is gone. */
async function whyNot(port: LinkPort, code: TenantFailure): Promise<FailureCode> {
  if (code !== 'rejected' && code !== 'not-found') return code;
  const absorbed = await port.readAbsorbed();
  if (!absorbed.known && absorbed.code === 'not-found') return absorbedGone(port);

  return 'rejected';
}
