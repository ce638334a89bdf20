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

/** Whose accounts a link joins, and what proves that they may be. */
export interface LinkParties {
  readonly direction: Direction;
  readonly primary: LinkParty;
  readonly secondary: LinkParty;
  /** The ID token of the account that joins (`link_with`, contract §6.5). */
  readonly credential: Observable<string>;
  /** When it expires, in milliseconds since 1970. */
  readonly credentialExpires: Observable<number>;
}

/** The signed-in person's account is kept, and the other one proves itself. */
export const keepingFirst = (
  userId: string,
  session: PrimarySession,
  second: SecondarySession,
): LinkParties => ({
  direction: 'keepFirst',
  primary: { userId, bearer: session },
  secondary: { userId: second.claims.subject, bearer: second },
  credential: defer(() => of(second.linkCredential())),
  credentialExpires: of(second.claims.expiresAt * 1000),
});

/** Who is who in a plan: the session of the account that is kept writes, the other one proves itself. */
export const partiesOf = (
  { direction, primary, secondary }: LinkPlan,
  { session, accountSwitch }: { session: PrimarySession; accountSwitch: AccountSwitch },
  second: SecondarySession,
): LinkParties =>
  direction === 'keepFirst'
    ? keepingFirst(primary.userId, session, second)
    : {
        direction,
        primary: { userId: primary.userId, bearer: second },
        secondary: { userId: secondary.userId, bearer: session },
        credential: accountSwitch.credential(),
        credentialExpires: accountSwitch.credentialExpires(),
      };
