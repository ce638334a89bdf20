import { Component, provideBrowserGlobalErrorListeners } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';

import { Framed } from './framed';

@Component({
  selector: 'app-root',
  imports: [Framed],
  template: '<main><app-framed /></main>',
})
class FramedPage {}

/** Starts a plain page that leads out of the frame, and nothing that signs in. */
export const startFramed = () =>
  bootstrapApplication(FramedPage, { providers: [provideBrowserGlobalErrorListeners()] });
