import { Component, inject } from '@angular/core';

import { dashboardAddress, environmentOf } from '../config/dashboard';
import { LIGATURE_CONFIG } from '../config/ligature-config';
import { TenantBar } from '../staging/ui/tenant-bar';

/** Which tenant this site works with, for those who try linking out; nobody else loads it. */
@Component({
  selector: 'app-staging-bar',
  imports: [TenantBar],
  template: `<app-tenant-bar [environment]="environment" [host]="host" [address]="address" />`,
})
export class StagingBar {
  readonly #tenant = inject(LIGATURE_CONFIG).tenant;

  protected readonly environment = environmentOf(this.#tenant);
  protected readonly host = new URL(this.#tenant.origin).host;
  protected readonly address = dashboardAddress(this.#tenant, 'tenant');
}
