import { provideHttpClient, withInterceptors } from '@angular/common/http';
import type { ApplicationConfig } from '@angular/core';
import { provideRouter } from '@angular/router';
import { authHttpInterceptorFn, provideAuth0 } from '@auth0/auth0-angular';
import {
  isLigatureCallback,
  ligatureRoutes,
  provideLigature,
  withHooks,
  withPortalSession,
} from 'ligature-angular';

import { orderHooks } from './order-hooks';
import { Orders } from './orders';
import { OwnPage } from './own-page';
import { Profile } from './profile';
import { Reports } from './reports';
import { Security } from './security';

/** Where the portal signs its people in, and the audience of its own API. */
export interface Settings {
  readonly domain: string;
  readonly clientId: string;
  readonly audience: string;
}

/** A portal with Ligature in it, which works with the portal's own session: one provider, one route. */
export const appConfig = ({ domain, clientId, audience }: Settings): ApplicationConfig => ({
  providers: [
    provideHttpClient(withInterceptors([authHttpInterceptorFn])),
    provideAuth0({
      domain,
      clientId,
      authorizationParams: { audience, redirect_uri: `${location.origin}/callback` },
      useRefreshTokens: true,
      // One refresh token for the portal's API and for the one that Ligature asks for.
      useMrrt: true,
      cacheLocation: 'localstorage',
      skipRedirectCallback: isLigatureCallback('settings/sign-in'),
      httpInterceptor: { allowedList: ['/api/*'] },
    }),
    provideLigature('config.json', withPortalSession(), withHooks(orderHooks)),
    provideRouter([
      { path: '', pathMatch: 'full', component: Orders },
      { path: 'callback', component: Orders },
      { path: 'reports', component: Reports },
      { path: 'profile', component: Profile },
      { path: 'security', component: Security },
      { path: 'own', component: OwnPage },
      { path: 'settings/sign-in', children: ligatureRoutes() },
    ]),
  ],
});
