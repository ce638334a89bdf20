import { inject, Service } from '@angular/core';
import { defer, firstValueFrom, Observable, of } from 'rxjs';

import { labelOf, type Account } from '../../identity/account';
import type { Journal } from '../../identity/link/journal';
import type { LinkPlan } from '../../identity/link/link-plan';
import { displayText } from '../../identity/text/display-text';
import { phoneText } from '../../identity/text/phone-text';
import { ManagementApiService } from '../../management-api/management-api-service';
import { AccountSwitch } from '../../session/primary/account-switch';
import { PrimarySession } from '../../session/primary/primary-session';
import type { SecondarySession } from '../../session/secondary/client/secondary-session';
import { linkNotes } from '../../session/storage/link-notes';
import { SessionReceipts } from '../../session/storage/session-receipts';
import { TenantClock } from '../../session/tokens/tenant-clock';
import type { User } from '../../session/user/user';
import { otherTab, withAccountLock } from '../ports/account-lock';
import { httpJournalPort, httpLinkPort } from '../ports/http-link-port';
import type { LinkParties, LinkParty } from '../ports/link-parties';
import type { LinkPort } from '../ports/link-port';
import { PORTAL_HOOKS } from '../ports/portal-hooks';
import { cancelLink } from './cancel-link';
import { continueLink } from './continue-link';
import type { LinkEvent, LinkPhase, LinkResult } from './link-result';
import { reconcileLink, type OpenLink } from './reconcile-link';
import { runLink } from './run-link';
import { findOutLink } from './send-link';

/** Carries out links, and finishes or takes back unfinished ones. Unsubscribing does not stop what has begun. */
@Service()
export class LinkSaga {
  readonly #api = inject(ManagementApiService);
  readonly #session = inject(PrimarySession);
  readonly #accountSwitch = inject(AccountSwitch);
  readonly #tab = { clock: inject(TenantClock), receipts: inject(SessionReceipts) };
  readonly #isTold = inject(PORTAL_HOOKS, { optional: true })?.isTold === true;

  /**
   * Links two accounts as the person has agreed to, with the proof of the other account in `second`. Emits each phase,
   * and at the end its result: `done`, `notDone`, `changed`, `open` or `unknown`. A refusal is a result and not an
   * error.
   *
   * @example
   * saga.link(plan, session, 'google-oauth2').subscribe((event) => show(event));
   */
  link(plan: LinkPlan, second: SecondarySession, connection: string): Observable<LinkEvent> {
    const parties = this.partiesOf(plan, second);

    return observeLink(plan.kept.userId, async (report) => {
      if (plan.direction === 'keepSecond') await this.#accountSwitch.expect(userOf(plan.kept));
      const announcement = {
        id: crypto.randomUUID(),
        subject: plan.absorbed.userId,
        connection,
        ...(await ours(parties)),
      };

      return runLink(this.#portOf(parties), { plan, announcement, isTold: this.#isTold, report });
    });
  }

  /**
   * Goes on with an unfinished link, now that the absorbed account has been proven again. `isUnseen`: whether nobody
   * has seen its journal in the account yet.
   */
  continue(journal: Journal, parties: LinkParties, isUnseen = false): Observable<LinkEvent> {
    return observeLink(parties.kept.userId, async (report) =>
      continueLink(this.#portOf(parties), journal, {
        mine: await ours(parties),
        report,
        isUnseen,
      }),
    );
  }

  /** Takes an unfinished link back: every setting that it has changed becomes what it was before. */
  undo(journal: Journal, kept: LinkParty): Observable<LinkEvent> {
    const by = linkNotes.browserId();
    const isKnownUnsent = journal.by === by && linkNotes.stepOf(journal.id) === 'prepared';

    return observeLink(kept.userId, () =>
      cancelLink(httpJournalPort(kept, this.#api, this.#tab), journal, {
        by,
        wasSent: !isKnownUnsent,
      }),
    );
  }

  /** Finds out what became of a link without a journal; sends it again only if it is not there. */
  findOut(plan: LinkPlan, second: SecondarySession): Observable<LinkEvent> {
    const parties = this.partiesOf(plan, second);

    return observeLink(plan.kept.userId, () => findOutLink(this.#portOf(parties), plan));
  }

  /** Finds out what the journal of the signed-in person's account means, and closes what can be closed. */
  reconcile(account: Account): Observable<OpenLink> {
    const port = httpJournalPort(this.ownParty(account.userId), this.#api, this.#tab);
    const steps = () => reconcileLink(port, account, linkNotes.browserId());

    return defer(() =>
      withAccountLock<OpenLink>(account.userId, steps, (isHere) => ({
        status: isHere ? 'here' : 'elsewhere',
      })),
    );
  }

  /** Gives the signed-in person's part in a link that keeps their account. */
  ownParty(userId: string): LinkParty {
    return { userId, bearer: this.#session };
  }

  /** Tells which session stands for which account of a plan; `second` proves the one that was signed in to last. */
  partiesOf({ direction, kept, absorbed }: LinkPlan, second: SecondarySession): LinkParties {
    return direction === 'keepFirst'
      ? this.partiesToContinue(kept.userId, second)
      : {
          direction,
          kept: { userId: kept.userId, bearer: second },
          absorbed: this.ownParty(absorbed.userId),
          credential: this.#accountSwitch.credential(),
          credentialExpiresAtMs: this.#accountSwitch.credentialExpiresAtMs(),
        };
  }

  /** Tells which session stands for which account when the signed-in person goes on with a link on record in theirs. */
  partiesToContinue(userId: string, second: SecondarySession): LinkParties {
    return {
      direction: 'keepFirst',
      kept: this.ownParty(userId),
      absorbed: { userId: second.claims.subject, bearer: second },
      credential: defer(() => of(second.linkCredential())),
      credentialExpiresAtMs: of(second.claims.expiresAtMs),
    };
  }

  #portOf(parties: LinkParties): LinkPort {
    return httpLinkPort(parties, this.#api, this.#tab);
  }
}

/**
 * Takes the steps of a link on subscription, and emits each phase and how they have ended. No two tabs take steps for
 * one account at a time. Unsubscribing does not stop them.
 */
const observeLink = (
  userId: string,
  steps: (report: (phase: LinkPhase) => void) => Promise<LinkResult>,
): Observable<LinkEvent> =>
  new Observable((subscriber) => {
    const report = (phase: LinkPhase): void => subscriber.next({ kind: 'phase', phase });
    withAccountLock<LinkResult>(userId, () => steps(report), otherTab).then(
      (result) => {
        subscriber.next({ kind: 'ended', result });
        subscriber.complete();
      },
      (cause: unknown) => subscriber.error(cause),
    );
  });

/** Gives what a journal says of whoever sends its link: which browser, and until when it can. */
const ours = async ({
  credentialExpiresAtMs,
}: LinkParties): Promise<Pick<Journal, 'by' | 'tokenExpiresAtMs'>> => ({
  by: linkNotes.browserId(),
  tokenExpiresAtMs: await firstValueFrom(credentialExpiresAtMs),
});

const userOf = (account: Account): User => ({
  subject: account.userId,
  name: phoneText(displayText(account.profile.name ?? labelOf(account))),
  ...(account.profile.email !== undefined && { loginHint: account.profile.email }),
});
