import { InjectionToken } from '@angular/core';

import type { Support } from '../../identity/support';

/** Whom the failure notices lead to; `undefined` where the configuration names nobody. */
export const SUPPORT = new InjectionToken<Support | undefined>('support', {
  providedIn: 'root',
  factory: () => undefined,
});
