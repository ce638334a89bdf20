import { holdsSubject, type Account } from '../identity/account';
import type { FailureCode, TenantFailure } from '../identity/failure';
import { subjectOf } from '../identity/identity';
import { backOff, mostTries } from './back-off';
import { plainlyDone, type LinkResult } from './link-result';
import type { LinkWorld } from './link-world';

/** What became of a link that was sent. */
export type Sent =
  | { readonly sent: 'linked'; readonly account?: Account }
  /** The tenant said no, or the link never left; `mayArrive` if an earlier try of it has no answer yet. */
  | {
      readonly sent: 'no';
      readonly code: FailureCode;
      readonly mayArrive: boolean;
      readonly account?: Account;
    }
  /** It may go on once the person has signed in again, or there is a connection again. */
  | { readonly sent: 'held'; readonly code: FailureCode; readonly mayArrive: boolean }
  | { readonly sent: 'unknown'; readonly code: FailureCode; readonly mayArrive: boolean };

/**
 * Sends a link until it is known what became of it. A repeat is never blind: the account is read first, and
 * the same credential cannot link twice. `hindrance`: why it may not be sent, asked before each try.
 */
export async function sendLink(
  world: LinkWorld,
  subject: string,
  hindrance: () => Promise<FailureCode | undefined> = () => Promise.resolve(undefined),
): Promise<Sent> {
  let mayArrive = false;

  for (let tries = 1; ; tries += 1) {
    const hindered = await hindrance();
    if (hindered !== undefined) return { sent: 'held', code: hindered, mayArrive };
    const written = await world.send();
    if (written.outcome === 'ok' && written.value.some((one) => subjectOf(one) === subject)) {
      return { sent: 'linked' };
    }
    const code = written.outcome === 'ok' ? 'unreadable' : written.reason.code;
    const isAnswered = written.outcome === 'refused' || written.outcome === 'notSent';
    if (isAnswered && isHeld(code)) return { sent: 'held', code, mayArrive };
    if (isAnswered && code === 'forbidden') return { sent: 'no', code, mayArrive };

    // A conflict, too, does not say with whom: the account may hold the method already (contract §6.5).
    const reading = await world.readPrimary();
    if (!reading.known) return { sent: 'unknown', code, mayArrive: true };
    const { account } = reading;
    if (holdsSubject(account, subject)) return { sent: 'linked', account };
    if (isAnswered) return { sent: 'no', code, mayArrive, account };

    // A gateway that gives up has passed it on, so an error of the server says no more than silence.
    mayArrive = true;
    if (tries === mostTries) return { sent: 'unknown', code, mayArrive };
    await backOff(world, tries);
  }
}

/** A link without a journal: nothing else has been written, so there is nothing to undo. */
export async function sendWithoutJournal(world: LinkWorld, subject: string): Promise<LinkResult> {
  const sent = await sendLink(world, subject);
  switch (sent.sent) {
    case 'linked':
      return plainlyDone;
    case 'no':
    case 'held':
    case 'unknown':
      return { result: sent.mayArrive ? 'unknown' : 'notDone', code: sent.code };
  }
}

/** What became of such a link: it is sent again only when the account does not have it. */
export async function findOutLink(world: LinkWorld, subject: string): Promise<LinkResult> {
  const reading = await world.readPrimary();
  if (!reading.known) return { result: 'unknown', code: reading.code };

  return holdsSubject(reading.account, subject) ? plainlyDone : sendWithoutJournal(world, subject);
}

/** What holds a link up without deciding about it. */
const isHeld = (code: TenantFailure): boolean =>
  code === 'signed-out' || code === 'busy' || code === 'offline';
