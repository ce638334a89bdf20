import { Component, input, inputBinding, output, viewChild, ViewContainerRef } from '@angular/core';

import type { FailureCode } from '../../app/identity/failure';
import type { LinkReceipt } from '../../app/identity/settings/portal-receipt';
import { showPart } from './show-part';

/**
 * Shows the way from one account to two that have become one, on a page of the portal's. Who gives it up stays there.
 * A sign-in that takes the whole page comes back to the pages of `ligatureRoutes()`, and goes on there.
 *
 * @example
 * <ligature-link connection="google-oauth2" (linked)="thank($event)" (cancelled)="close()" />
 */
@Component({ selector: 'ligature-link', template: '<ng-container #place />' })
export class LigatureLink {
  /** The name of the connection to link an account of: one of the configuration's. */
  readonly connection = input.required<string>();
  /** Tells of the link, as soon as it is known to have happened. */
  readonly linked = output<LinkReceipt>();
  /** Tells of each attempt that has failed. What nobody knows the end of is not told. */
  readonly failed = output<FailureCode>();
  /** Tells that the person has left without a link. */
  readonly cancelled = output();

  private readonly place = viewChild.required('place', { read: ViewContainerRef });

  constructor() {
    showPart(this.place, {
      load: async () => (await import('./parts/link-part')).LinkPart,
      bindings: [inputBinding('connection', this.connection)],
      hear: (outcome) => {
        if (outcome.kind === 'linked') this.linked.emit(outcome.receipt);
        if (outcome.kind === 'failed') this.failed.emit(outcome.code);
        if (outcome.kind === 'cancelled') this.cancelled.emit();
      },
    });
  }
}
