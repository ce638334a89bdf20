import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  createEnvironmentInjector,
  EnvironmentInjector,
  inject,
  InjectionToken,
} from '@angular/core';

import { bearerInterceptor } from './interceptors/bearer-interceptor';
import { rateLimitInterceptor } from './interceptors/rate-limit-interceptor';
import { timeoutInterceptor } from './interceptors/timeout-interceptor';
import { tracingInterceptor } from './interceptors/tracing-interceptor';

/**
 * Sends what is asked of the tenant. It is a client of its own: a portal's interceptors put the portal's tokens into
 * requests and write them to logs, and here a request may carry another account's token.
 */
export const TENANT_HTTP = new InjectionToken<HttpClient>('HTTP client of the tenant', {
  providedIn: 'root',
  factory: () =>
    createEnvironmentInjector(
      [
        provideHttpClient(
          withInterceptors([
            rateLimitInterceptor,
            bearerInterceptor,
            timeoutInterceptor,
            tracingInterceptor,
          ]),
        ),
      ],
      inject(EnvironmentInjector),
    ).get(HttpClient),
});
