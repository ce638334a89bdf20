import { Component, provideBrowserGlobalErrorListeners } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';

import type { ConfigFailure } from '../../config/config-failure';
import { BrokenConfig, CONFIG_FAILURE } from './broken-config';

@Component({
  selector: 'app-root',
  imports: [BrokenConfig],
  template: '<main><app-broken-config /></main>',
})
class BrokenPage {}

/** Starts a plain page, and nothing that signs in, when the configuration cannot be used. */
export const startBroken = (failure: ConfigFailure) =>
  bootstrapApplication(BrokenPage, {
    providers: [
      provideBrowserGlobalErrorListeners(),
      { provide: CONFIG_FAILURE, useValue: failure },
    ],
  });
