import {
  booleanAttribute,
  Component,
  input,
  output,
  viewChild,
  ViewContainerRef,
} from '@angular/core';

import type { FailureCode } from '../../app/identity/failure';
import type { UnlinkReceipt } from '../../app/identity/settings/portal-receipt';
import { ALLOWED_HERE } from '../../app/linking/account-page/allowed-here';
import { showPart } from './show-part';

/**
 * Shows the account page on a page of the portal's: the sign-in methods, and what can be done with them. Whoever adds
 * one is led to the pages of `ligatureRoutes()`.
 *
 * @example
 * <ligature-account [connections]="['google-oauth2']" (unlinked)="reload($event.kept)" />
 */
@Component({ selector: 'ligature-account', template: '<ng-container #place />' })
export class LigatureAccount {
  /** Whether everything is only to be looked at. */
  readonly readonly = input(false, { transform: booleanAttribute });
  /** By their names, the connections of the configuration that can be added here; all, where it is left out. */
  readonly connections = input<readonly string[]>();
  /** Tells of each unlink that has happened here. */
  readonly unlinked = output<UnlinkReceipt>();
  /** Tells of each unlink that has not happened. What nobody knows the end of is not told. */
  readonly failed = output<FailureCode>();

  private readonly place = viewChild.required('place', { read: ViewContainerRef });

  constructor() {
    const allowed = { isReadonly: this.readonly, connections: this.connections };
    showPart(this.place, {
      load: async () => (await import('./parts/account-part')).AccountPart,
      providers: [{ provide: ALLOWED_HERE, useValue: allowed }],
      hear: (outcome) => {
        if (outcome.kind === 'unlinked') this.unlinked.emit(outcome.receipt);
        if (outcome.kind === 'failed') this.failed.emit(outcome.code);
      },
    });
  }
}
