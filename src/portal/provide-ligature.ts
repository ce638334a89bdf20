import { inject, makeEnvironmentProviders, type EnvironmentProviders } from '@angular/core';

import { CLOCK_SKEW } from '../app/config/clock-skew';
import { LIGATURE_CONFIG } from '../app/config/ligature-config';
import { UI_LOCALES } from '../app/session/sign-in/ui-locales';
import { TRACE_MEMORY, TRACE_IS_ON } from '../app/trace/trace-settings';
import type { ConfigSource } from './config-source';
import type { LigatureFeature } from './features/ligature-feature';
import { PORTAL_SETUP, PortalSetup } from './portal-setup';

/**
 * Makes Ligature a part of a portal, whose routes mount its pages with `ligatureRoutes()`. Nothing of it is loaded
 * before the first page is opened; then the configuration is read. One that cannot be used is told to the portal's
 * `ErrorHandler` as a `LigatureError`, and people see a plain page. Features add what not every portal needs.
 *
 * @example
 * provideLigature('ligature.json')
 *
 * @example
 * provideLigature(() => firstValueFrom(inject(Settings).signInMethods))
 */
export function provideLigature(
  source: ConfigSource,
  ...features: readonly LigatureFeature[]
): EnvironmentProviders {
  return makeEnvironmentProviders([
    { provide: PORTAL_SETUP, useFactory: () => new PortalSetup(source) },
    { provide: LIGATURE_CONFIG, useFactory: () => inject(PORTAL_SETUP).entered.config },
    { provide: CLOCK_SKEW, useFactory: () => inject(PORTAL_SETUP).entered.clockSkewMs },
    { provide: UI_LOCALES, useFactory: () => inject(PORTAL_SETUP).entered.uiLocales },
    { provide: TRACE_IS_ON, useFactory: () => inject(PORTAL_SETUP).entered.config.staging },
    { provide: TRACE_MEMORY, useFactory: () => inject(PORTAL_SETUP).entered.traceMemory },
    ...features.map(({ ɵproviders }) => [...ɵproviders]),
  ]);
}
