import { Component, input, inputBinding, viewChild, ViewContainerRef } from '@angular/core';

import { showPart } from './show-part';

/**
 * Asks about other accounts that may be the person's too, where the tenant has noticed some at the sign-in, and is
 * empty otherwise. Who answers is led to the pages of `ligatureRoutes()`.
 *
 * @example
 * <ligature-suggestions />
 */
@Component({ selector: 'ligature-suggestions', template: '<ng-container #place />' })
export class LigatureSuggestions {
  /** By their names, the connections of the configuration that are suggested here; all, where it is left out. */
  readonly connections = input<readonly string[]>();

  private readonly place = viewChild.required('place', { read: ViewContainerRef });

  constructor() {
    showPart(this.place, {
      load: async () => (await import('./parts/suggestions-part')).SuggestionsPart,
      bindings: [inputBinding('connections', this.connections)],
      isForSignedIn: true,
    });
  }
}
