import { HttpContext, HttpContextToken } from '@angular/common/http';

import type { AccessTokenSource } from '../../session/tokens/access-token-source';

/** In whose name a request is made; without it no token is added, wherever the request goes. */
export const BEARER = new HttpContextToken<AccessTokenSource | undefined>(() => undefined);

/** Sends a request with the access token of a session: its interceptors ask for it when the request leaves. */
export const inTheNameOf = (source: AccessTokenSource): { context: HttpContext } => ({
  context: new HttpContext().set(BEARER, source),
});
