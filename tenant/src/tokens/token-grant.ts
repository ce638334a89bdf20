import type { Client } from '../state/client.ts';
import type { Authorization } from '../state/grants.ts';
import type { User } from '../state/user.ts';

/** What tokens are made of: who, for which client, under which grant. */
export interface TokenGrant {
  readonly grantId: string;
  readonly user: User;
  readonly client: Client;
  readonly authorization: Authorization;
}
