import type { Provider } from '@angular/core';

/** Something that a portal adds to `provideLigature`: what a function named `with…` gives. */
export interface LigatureFeature {
  /** @internal */
  readonly ɵproviders: readonly Provider[];
}
