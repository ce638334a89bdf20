import { ErrorHandler, provideEnvironmentInitializer, type ApplicationConfig } from '@angular/core';
import { provideRouter, TitleStrategy } from '@angular/router';

import { appRoutes } from './app.routes';
import { CLOCK_SKEW } from './config/clock-skew';
import { LIGATURE_CONFIG, type LigatureConfig } from './config/ligature-config';
import { configuredProviders } from './shell/start/configured-providers';
import { startLigature } from './shell/start/start-ligature';
import { SealedStore } from './session/sealed/sealed-store';
import { UI_LOCALES } from './session/sign-in/ui-locales';
import { DiscreetErrorHandler } from './shell/errors/discreet-error-handler';
import { hearStrayErrors } from './shell/errors/stray-errors';
import { ProductTitle } from './shell/product-title';
import { joinDrill } from './staging/drills/driver/start-drill-agent';
import { TRACE_MEMORY, TRACE_IS_ON } from './trace/trace-settings';

/** The composition root of the application: every provider, once. */
export const appConfig = (
  config: LigatureConfig,
  clockSkewMs: number,
  uiLocales?: string,
): ApplicationConfig => ({
  providers: [
    provideEnvironmentInitializer(hearStrayErrors),
    { provide: ErrorHandler, useExisting: DiscreetErrorHandler },
    { provide: LIGATURE_CONFIG, useValue: config },
    { provide: CLOCK_SKEW, useValue: clockSkewMs },
    { provide: UI_LOCALES, useValue: uiLocales },
    configuredProviders,
    { provide: TRACE_IS_ON, useValue: config.staging },
    {
      provide: TRACE_MEMORY,
      useFactory: () => (config.staging ? new SealedStore('ligature.trace.') : undefined),
    },
    provideRouter(appRoutes),
    { provide: TitleStrategy, useExisting: ProductTitle },
    provideEnvironmentInitializer(startLigature),
    provideEnvironmentInitializer(() => void joinDrill()),
  ],
});
