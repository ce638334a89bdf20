import { catchError, firstValueFrom, of, switchMap } from 'rxjs';

import type { ManagementApiService } from '../../management-api/management-api-service';
import { linkNotes } from '../../session/storage/link-notes';
import { SessionError } from '../../session/tokens/session-error';
import type { TenantClock } from '../../session/tokens/tenant-clock';
import { readAccount } from './account-reading';
import { delay } from './delay';
import type { LinkParties, LinkParty } from './link-parties';
import type { JournalPort, LinkPort, Written } from './link-port';
import { whileLasting } from './while-lasting';

/** Makes the port of a link: the tenant's Management API, this browser's notes and the tenant's clock. */
export const httpLinkPort = (
  { direction, kept, absorbed, credential }: LinkParties,
  api: ManagementApiService,
  clock: TenantClock,
): LinkPort => ({
  ...httpJournalPort(kept, api, clock),
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
  clock: TenantClock,
): JournalPort => ({
  readKept: () => readAccount(api, kept),
  write: (changes) => firstValueFrom(api.writeSettings(kept.userId, changes, kept.bearer)),
  now: () => clock.now(),
  delay,
  note: (journalId, step) => {
    if (step === 'closed') linkNotes.forget();
    else linkNotes.write(journalId, step);
  },
});

/** Tells that a link was not sent: the absorbed account can no longer prove itself. */
const notSent = (cause: unknown): Written<never> => ({
  outcome: 'refused',
  reason: { code: cause instanceof SessionError ? cause.code : 'unreachable' },
});
