import { bootstrapApplication } from '@angular/platform-browser';

import { App } from './app/app';
import { appConfig, brokenConfigAppConfig } from './app/app.config';
import { BrokenConfig } from './app/broken-config';
import { loadConfig } from './app/config/load-config';

const { result, clockSkew } = await loadConfig();

if (result.ok) {
  await bootstrapApplication(App, appConfig(result.config, clockSkew));
} else {
  await bootstrapApplication(BrokenConfig, brokenConfigAppConfig(result.problems));
}
