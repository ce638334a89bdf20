import { InjectionToken } from '@angular/core';

import type { SignInFailure } from '../../identity/failure';

/**
 * Why nobody may be signed in to a second account here: it could turn the first person into somebody else. A portal
 * whose own session cannot bear it says so; `undefined` everywhere else.
 */
export const SECOND_SIGN_IN_REFUSAL = new InjectionToken<SignInFailure | undefined>(
  'why no second account may be proven',
  { factory: () => undefined },
);
