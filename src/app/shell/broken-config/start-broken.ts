import { provideBrowserGlobalErrorListeners } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';

import type { ConfigFailure } from '../../config/config-failure';
import { BrokenConfig, CONFIG_FAILURE } from './broken-config';

/** Starts a plain page, and nothing that signs in, when the configuration cannot be used. */
export const startBroken = (failure: ConfigFailure) =>
  bootstrapApplication(BrokenConfig, {
    providers: [
      provideBrowserGlobalErrorListeners(),
      { provide: CONFIG_FAILURE, useValue: failure },
    ],
  });
