import { bootstrapApplication } from '@angular/platform-browser';

import { App } from './app/app';
import { appConfig, brokenConfigAppConfig } from './app/app.config';
import type { LoadedConfig } from './app/config/load-config';
import { BrokenConfig } from './app/shell/broken-config/broken-config';

/** Starts the application, or the page that says why there is none. */
export async function start(
  { result, clockSkewMs }: LoadedConfig,
  uiLocales: string | undefined,
): Promise<void> {
  if (result.ok) await bootstrapApplication(App, appConfig(result.config, clockSkewMs, uiLocales));
  else await bootstrapApplication(BrokenConfig, brokenConfigAppConfig(result.failure));
}
