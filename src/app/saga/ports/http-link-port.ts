import { catchError, firstValueFrom, of, switchMap } from 'rxjs';

import { historyEntryOf } from '../../identity/link/receipt';
import type { ManagementApiService } from '../../management-api/management-api-service';
import { linkNotes } from '../../session/storage/link-notes';
import type { SessionReceipts } from '../../session/storage/session-receipts';
import { SessionError } from '../../session/tokens/session-error';
import type { TenantClock } from '../../session/tokens/tenant-clock';
import { readAccount } from './account-reading';
import { delay } from './delay';
import type { LinkParties, LinkParty } from './link-parties';
import type { JournalPort, LinkPort, Written } from './link-port';
import { whileLasting } from './while-lasting';

/** What a port has of the tab that it is in. */
export interface LinkTab {
  readonly clock: TenantClock;
  readonly receipts: SessionReceipts;
}

/** Makes the port of a link: the tenant's Management API, this browser's notes and the tenant's clock. */
export const httpLinkPort = (
  { direction, kept, absorbed, credential }: LinkParties,
  api: ManagementApiService,
  tab: LinkTab,
): LinkPort => ({
  ...httpJournalPort(kept, api, tab),
  direction,
  whileLasting,
  readAbsorbed: () => readAccount(api, absorbed),
  send: () =>
    firstValueFrom(
      credential.pipe(
        switchMap((idToken) => api.linkIdentity(kept.userId, idToken, kept.bearer)),
        catchError((cause: unknown) => of(notSent(cause))),
      ),
    ),
});

/** Makes the port of the kept account alone: reading it, writing its settings, noting how far its link is. */
export const httpJournalPort = (
  kept: LinkParty,
  api: ManagementApiService,
  { clock, receipts }: LinkTab,
): JournalPort => ({
  readKept: () => readAccount(api, kept),
  write: (changes) => firstValueFrom(api.writeSettings(kept.userId, changes, kept.bearer)),
  now: () => clock.now(),
  delay,
  note: (journalId, step) => {
    if (step === 'closed') linkNotes.forget();
    else linkNotes.write(journalId, step);
  },
  events: () => receipts.about(kept.userId).map(historyEntryOf),
});

/** Tells that a link was not sent: the absorbed account can no longer prove itself. */
const notSent = (cause: unknown): Written<never> => ({
  outcome: 'refused',
  reason: { code: cause instanceof SessionError ? cause.code : 'unreachable' },
});
