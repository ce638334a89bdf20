import { InjectionToken, type Injector } from '@angular/core';

import type { LigatureConfig } from '../../app/config/ligature-config';
import type { SignInFailure } from '../../app/identity/failure';
import type { Check } from '../../app/staging/checks/rules/check';

/** What is known of the portal's own session since the first page was opened. */
export interface PortalSession {
  /** Whether a second sign-in has come back with this page. */
  readonly isSecondReturn: boolean;
  /** Why no second sign-in may begin. */
  readonly refusal: SignInFailure | undefined;
  readonly checks: readonly Check[];
  /** Whether the portal has become somebody else's while none of our pages was open. */
  hasChanged: boolean;
}

/** Enters the pages with the portal's own session, where `withPortalSession()` is given. */
export const ENTER_PORTAL_SESSION = new InjectionToken<
  () => Promise<(injector: Injector, config: LigatureConfig) => PortalSession>
>('way in with the session of the portal');
