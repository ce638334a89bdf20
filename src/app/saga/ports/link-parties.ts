import { defer, of, type Observable } from 'rxjs';

import type { Direction } from '../../identity/link/link-direction';
import type { LinkPlan } from '../../identity/link/link-plan';
import type { AccountSwitch } from '../../session/primary/account-switch';
import type { PrimarySession } from '../../session/primary/primary-session';
import type { SecondarySession } from '../../session/secondary/client/secondary-session';
import type { AccessTokenSource } from '../../session/tokens/access-token-source';

/** One of the two accounts of a link, and in whose name it can be asked. */
export interface LinkParty {
  readonly userId: string;
  readonly bearer: AccessTokenSource;
}

/** The two accounts of a link, and what proves that they may be linked. */
export interface LinkParties {
  readonly direction: Direction;
  readonly kept: LinkParty;
  readonly absorbed: LinkParty;
  /** The ID token of the absorbed account (`link_with`, contract §6.5). */
  readonly credential: Observable<string>;
  /** When it expires, by the tenant's clock. */
  readonly credentialExpiresAtMs: Observable<number>;
}

/** Assigns the accounts of a link that keeps the signed-in person's: it absorbs the one that `second` proves. */
export const keepingFirst = (
  userId: string,
  session: PrimarySession,
  second: SecondarySession,
): LinkParties => ({
  direction: 'keepFirst',
  kept: { userId, bearer: session },
  absorbed: { userId: second.claims.subject, bearer: second },
  credential: defer(() => of(second.linkCredential())),
  credentialExpiresAtMs: of(second.claims.expiresAtMs),
});

/** Assigns the accounts of a plan: the session of the kept one writes, the absorbed one proves itself. */
export const partiesOf = (
  { direction, kept, absorbed }: LinkPlan,
  { session, accountSwitch }: { session: PrimarySession; accountSwitch: AccountSwitch },
  second: SecondarySession,
): LinkParties =>
  direction === 'keepFirst'
    ? keepingFirst(kept.userId, session, second)
    : {
        direction,
        kept: { userId: kept.userId, bearer: second },
        absorbed: { userId: absorbed.userId, bearer: session },
        credential: accountSwitch.credential(),
        credentialExpiresAtMs: accountSwitch.credentialExpiresAtMs(),
      };
