import { InjectionToken } from '@angular/core';

import type { Check } from '../rules/check';

/** Checks of what surrounds the application, such as the portal that it is a part of. */
export const MORE_CHECKS = new InjectionToken<readonly Check[]>('checks of the surroundings', {
  factory: () => [],
});
