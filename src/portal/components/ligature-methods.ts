import { Component, viewChild, ViewContainerRef } from '@angular/core';

import { showPart } from './show-part';

/**
 * Shows by which methods the person can sign in, as a list with nothing to press. It is read again when a link or an
 * unlink happens on the same page.
 *
 * @example
 * <h2>Sign-in methods</h2>
 * <ligature-methods />
 */
@Component({ selector: 'ligature-methods', template: '<ng-container #place />' })
export class LigatureMethods {
  private readonly place = viewChild.required('place', { read: ViewContainerRef });

  constructor() {
    showPart(this.place, {
      load: async () => (await import('./parts/methods-part')).MethodsPart,
    });
  }
}
