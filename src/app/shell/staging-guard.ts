import { inject } from '@angular/core';
import type { CanMatchFn } from '@angular/router';

import { LIGATURE_CONFIG } from '../config/ligature-config';

/** The staging console is there only where the configuration says so; elsewhere its address leads nowhere. */
export const stagingGuard: CanMatchFn = () => inject(LIGATURE_CONFIG).staging;
