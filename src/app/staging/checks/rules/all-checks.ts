import type { LigatureConfig } from '../../../config/ligature-config';
import { audience, authorizedParty, scopes } from './access-token';
import { applicationRequests } from './application-requests';
import { callbackUrl } from './callback-urls';
import type { Check } from './check';
import { client } from './client';
import { clock } from './clock';
import { configurationFile } from './configuration-file';
import { connectionEnabled } from './connection';
import { embedded } from './embedded';
import { grantType } from './grant-types';
import { issuer } from './issuer';
import { logoutUrl } from './logout-url';
import { managementCors, rateLimitHeaders } from './management-cors';
import { contentPolicy, frameAncestors, openerPolicy, referrer } from './page-headers';
import { popups } from './popups';
import { rateLimitRoom } from './rate-limit-room';
import { refreshOverlap, refreshRotation, refreshTokens } from './refresh-tokens';
import { signing } from './signing';
import { consent, silentFrame } from './silent-session';
import { storage } from './storage';
import { tenantReachable } from './tenant-reachable';
import { tokenCors } from './token-cors';
import { tokenLifetimes } from './token-lifetimes';
import { webOrigin } from './web-origin';

/** Every check, in the order in which one would fix what they find. */
export const allChecks = (
  { connections }: LigatureConfig,
  neededScopes: readonly string[],
): readonly Check[] => [
  configurationFile(),
  tenantReachable(),
  issuer(),
  signing(),
  managementCors(),
  rateLimitHeaders(),
  rateLimitRoom(),
  applicationRequests(),
  client(),
  tokenCors(),
  callbackUrl('/callback'),
  callbackUrl('/link/callback'),
  webOrigin(),
  logoutUrl(),
  grantType('authorization_code'),
  grantType('refresh_token'),
  consent(),
  embedded(connections),
  audience(),
  scopes(neededScopes),
  authorizedParty(),
  tokenLifetimes(),
  refreshTokens(),
  refreshRotation(),
  refreshOverlap(),
  popups(),
  silentFrame(),
  storage(),
  clock(),
  contentPolicy(),
  frameAncestors(),
  referrer(),
  openerPolicy(),
  ...connections.map(connectionEnabled),
];
