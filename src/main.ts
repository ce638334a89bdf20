import { bootstrapApplication } from '@angular/platform-browser';

import { App } from './app/app';
import { appConfig, brokenConfigAppConfig } from './app/app.config';
import { loadConfig } from './app/config/load-config';
import { lockPath, pagePath } from './app/session/sign-in/callback-url';
import { BrokenConfig } from './app/shell/broken-config';

const { result, clockSkewMs } = await loadConfig();

if (result.ok && pagePath() === lockPath) {
  (await import('./app/session/secondary/lock/lock-page')).showLock(result.config);
} else if (result.ok) {
  await bootstrapApplication(App, appConfig(result.config, clockSkewMs));
} else {
  await bootstrapApplication(BrokenConfig, brokenConfigAppConfig(result.failure));
}
