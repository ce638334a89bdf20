import {
  afterNextRender,
  ApplicationRef,
  DestroyRef,
  ErrorHandler,
  inject,
  signal,
  type Signal,
} from '@angular/core';

import type { LigatureStores, NoLigatureStores } from './ligature-stores';

/**
 * Gives a component of the portal's what the pages of Ligature work with, so that it can show it in its own way. It is
 * loaded then, and ends with the component.
 *
 * @example
 * class SignInMethods {
 *   protected readonly ligature = injectLigatureStores();
 * }
 */
export function injectLigatureStores(): Signal<LigatureStores | NoLigatureStores> {
  const { injector } = inject(ApplicationRef);
  const lifetime = inject(DestroyRef);
  const errors = inject(ErrorHandler);
  const stores = signal<LigatureStores | NoLigatureStores>({ status: 'entering' });
  afterNextRender(() => {
    import('./open-stores')
      .then(({ openStores }) => openStores(injector, lifetime))
      .then((opened) => stores.set(opened))
      .catch((error: unknown) => {
        stores.set({ status: 'unusable' });
        errors.handleError(error);
      });
  });

  return stores.asReadonly();
}
