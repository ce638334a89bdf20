import { bootstrapApplication } from '@angular/platform-browser';

import { App } from './app/app';
import { appConfig } from './app/app.config';
import { configIn } from './app/config/config-in-language';
import type { Branding } from './app/config/ligature-config';
import type { LoadedConfig } from './app/config/load-config';
import { isFramed } from './app/shell/framed/is-framed';

/** Starts the application, or a page that says why there is none. */
export async function start(
  { result, clockSkewMs }: LoadedConfig,
  uiLocales: string | undefined,
): Promise<void> {
  if (isFramed()) await (await import('./app/shell/framed/start-framed')).startFramed();
  else if (result.ok) {
    await brand(result.config.branding);
    // The page may speak another language than it was to: texts that do not arrive are replaced by English.
    const config = configIn(result.config, $localize.locale ?? 'en');
    await bootstrapApplication(App, appConfig(config, clockSkewMs, uiLocales));
  } else await (await import('./app/shell/broken-config/start-broken')).startBroken(result.failure);
}

/** Nothing is on the page yet. Looks that do not arrive are no reason not to start. */
async function brand(branding: Branding): Promise<void> {
  const { colors, font, borderRadius, faviconUrl } = branding;
  if ([colors, font, borderRadius, faviconUrl].every((part) => part === undefined)) return;
  try {
    const { applyBrand, applyIcon } = await import('./app/shell/brand/apply-brand');
    applyBrand(branding, document.documentElement);
    applyIcon(branding, document);
  } catch {
    // The pages are in Ligature's own colors then.
  }
}
