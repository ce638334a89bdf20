import type { Observable } from 'rxjs';

import type { Direction } from '../../identity/link/link-direction';
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
  /** When that ID token expires, in milliseconds since 1970 by the tenant's clock. */
  readonly credentialExpiresAtMs: Observable<number>;
}
