import type { Client } from '../../state/config/client.ts';
import type { Authorization } from '../../state/grants.ts';
import type { User } from '../../state/people/user.ts';

/** What tokens are made of: who, for which client, under which grant. */
export interface TokenGrant {
  readonly grantId: string;
  readonly user: User;
  readonly client: Client;
  readonly authorization: Authorization;
}
