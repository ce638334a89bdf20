import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  ErrorHandler,
  inject,
  provideEnvironmentInitializer,
  type ApplicationConfig,
} from '@angular/core';
import { provideRouter, TitleStrategy, withComponentInputBinding } from '@angular/router';

import { appRoutes } from './app.routes';
import { CLOCK_SKEW } from './config/clock-skew';
import { LIGATURE_CONFIG, type LigatureConfig } from './config/ligature-config';
import { pictureOrigins } from './config/picture-origins';
import { PICTURE_ORIGINS } from './linking/ui/accounts/avatar';
import { BUSY_PAUSE } from './linking/notices/busy-pause';
import { MAY_UNLINK } from './linking/notices/help/help';
import { SUPPORT } from './linking/notices/support';
import { LETTERHEAD } from './linking/receipt/letterhead';
import { bearerInterceptor } from './management-api/interceptors/bearer-interceptor';
import { rateLimitInterceptor } from './management-api/interceptors/rate-limit-interceptor';
import { RequestPacing } from './management-api/interceptors/request-pacing';
import { timeoutInterceptor } from './management-api/interceptors/timeout-interceptor';
import { tracingInterceptor } from './management-api/interceptors/tracing-interceptor';
import { reloadWhenRestored } from './session/primary/restored-page';
import { SealedStore } from './session/sealed/sealed-store';
import { callbackPath, linkCallbackPath, pagePath } from './session/sign-in/callback-url';
import { UI_LOCALES } from './session/sign-in/ui-locales';
import { endUntakenPress } from './shell/end-untaken-press';
import { DiscreetErrorHandler } from './shell/errors/discreet-error-handler';
import { hearStrayErrors } from './shell/errors/stray-errors';
import { ProductTitle } from './shell/product-title';
import { joinDrill } from './staging/drills/driver/start-drill-agent';
import { tracePageLoad } from './trace/page-load';
import { traceSignInRequests } from './trace/sign-in-requests';
import { TRACE_MEMORY } from './trace/tab-memory';
import { Trace, TRACE_IS_ON } from './trace/trace';
import type { FlowKind } from './trace/trace-entry';

/** Where a sign-in that took the whole page comes back to, and which flow of the trace goes on there. */
const comesBackFor: ReadonlyMap<string, readonly FlowKind[]> = new Map([
  [callbackPath, ['signIn']],
  [linkCallbackPath, ['signIn', 'link']],
]);

/** The composition root: every provider, once. */
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
    { provide: PICTURE_ORIGINS, useValue: [config.tenant.origin, ...pictureOrigins] },
    { provide: MAY_UNLINK, useValue: config.policy.allowUnlink },
    { provide: SUPPORT, useValue: config.support },
    { provide: BUSY_PAUSE, useFactory: () => inject(RequestPacing).pause },
    { provide: LETTERHEAD, useValue: config.branding },
    provideRouter(appRoutes, withComponentInputBinding()),
    { provide: TitleStrategy, useExisting: ProductTitle },
    provideHttpClient(
      withInterceptors([
        rateLimitInterceptor,
        bearerInterceptor,
        timeoutInterceptor,
        tracingInterceptor,
      ]),
    ),
    { provide: TRACE_IS_ON, useValue: config.staging },
    {
      provide: TRACE_MEMORY,
      useFactory: () => (config.staging ? new SealedStore('ligature.trace.') : undefined),
    },
    provideEnvironmentInitializer(reloadWhenRestored),
    provideEnvironmentInitializer(endUntakenPress),
    provideEnvironmentInitializer(() =>
      tracePageLoad(inject(Trace), comesBackFor.get(pagePath()) ?? []),
    ),
    provideEnvironmentInitializer(() => traceSignInRequests(inject(Trace), config.tenant.origin)),
    provideEnvironmentInitializer(() => {
      if (config.staging && config.tenant.environment !== 'production') void joinDrill();
    }),
  ],
});
