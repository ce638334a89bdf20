import {
  afterNextRender,
  ApplicationRef,
  DestroyRef,
  ErrorHandler,
  inject,
  type Binding,
  type Provider,
  type Signal,
  type Type,
  type ViewContainerRef,
} from '@angular/core';

import type { Outcome } from '../../app/linking/store/outcomes';

/** What a component shows once Ligature is entered. */
export interface Part {
  readonly load: () => Promise<Type<unknown>>;
  readonly bindings?: Binding[];
  readonly providers?: Provider[];
  /** Hears what comes of links and unlinks in this part. */
  readonly hear?: (outcome: Outcome) => void;
  /** Whether it has nothing to say to somebody who is not signed in. */
  readonly isForSignedIn?: true;
}

/** Shows a part of Ligature in a component, which loads nothing but this before. To be called in an injection context. */
export function showPart(place: Signal<ViewContainerRef>, part: Part): void {
  const { injector } = inject(ApplicationRef);
  const lifetime = inject(DestroyRef);
  const errors = inject(ErrorHandler);
  afterNextRender(() => {
    import('./fill-place')
      .then(({ fillPlace }) => fillPlace({ place: place(), part, injector, lifetime }))
      .catch((error: unknown) => errors.handleError(error));
  });
}
