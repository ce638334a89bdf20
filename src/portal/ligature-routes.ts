import { Location } from '@angular/common';
import { ErrorHandler, inject, Injector } from '@angular/core';
import { Router, type CanMatchFn, type Routes, type UrlTree } from '@angular/router';

import { isFramed } from '../app/shell/framed/is-framed';
import { LigatureError } from './ligature-error';
import { PORTAL_SETUP } from './portal-setup';

/**
 * Gives the routes of all pages of Ligature, for a portal to mount wherever it likes, once. The pages, and all that
 * they need, are loaded when the first of them is opened. Opening one fails with {@link LigatureError} where
 * `provideLigature` is missing, and where the routes are mounted twice.
 *
 * @example
 * const routes: Routes = [{ path: 'settings/sign-in', children: ligatureRoutes() }];
 */
export function ligatureRoutes(): Routes {
  return [
    {
      path: '**',
      canMatch: [isInFrame],
      loadComponent: async () => (await import('../app/shell/framed/framed')).Framed,
    },
    {
      path: '',
      canMatch: [entering],
      loadChildren: async () => (await import('./pages/portal-pages')).portalPages,
    },
    {
      path: '**',
      canMatch: [isUnusable],
      loadComponent: async () => (await import('./pages/unusable-page')).UnusablePage,
    },
  ];
}

/** Reads the configuration before any page is made, and notes where the pages lie. */
export const entering: CanMatchFn = async (_route, segments) => {
  const injector = inject(Injector);
  const setup = inject(PORTAL_SETUP, { optional: true });
  if (setup === null) throw new LigatureError('LIG-NOT-PROVIDED');
  const router = inject(Router);
  const location = inject(Location);
  const asked = router.currentNavigation()?.extractedUrl;
  const whole = asked?.root.children['primary'];
  const before = (whole?.segments ?? []).slice(0, (whole?.segments.length ?? 0) - segments.length);
  const mount = before.map(({ path }) => `/${path}`).join('');
  if (!setup.isEntered) {
    return (await import('./enter-ligature')).enterLigature(injector, setup, mount);
  }
  if (setup.entered.mount !== mount) throw new LigatureError('LIG-ENTERED-TWICE');
  if (asked && setup.hasChanged) return loadAnew(asked);

  return true;

  /** Opens the page in a new document, since this one is still of the person who was here before. */
  function loadAnew(url: UrlTree): Promise<never> {
    window.location.assign(location.prepareExternalUrl(router.serializeUrl(url)));

    return new Promise<never>(() => undefined);
  }
};

const isInFrame: CanMatchFn = () => {
  if (!isFramed()) return false;
  inject(ErrorHandler).handleError(new LigatureError('LIG-FRAMED'));

  return true;
};

const isUnusable: CanMatchFn = () => inject(PORTAL_SETUP).failure !== undefined;
