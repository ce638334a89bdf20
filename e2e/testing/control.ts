import type { FrameLocator, Locator, Page } from '@playwright/test';

import { selectorOf, type Action } from '../../src/app/actions/action.ts';

/** Finds the control of the application that does this, whatever words it has. */
export const control = (
  within: Page | Locator | FrameLocator,
  action: Action,
  target?: string,
): Locator => within.locator(selectorOf(action, target));
