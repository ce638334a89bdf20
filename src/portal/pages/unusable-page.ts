import { Component, inject } from '@angular/core';

import { BrokenConfig, CONFIG_FAILURE } from '../../app/shell/broken-config/broken-config';
import { PORTAL_SETUP } from '../portal-setup';

/** What is shown in a portal instead of any page where the configuration cannot be used. */
@Component({
  selector: 'ligature-unusable',
  imports: [BrokenConfig],
  template: '<app-broken-config />',
  providers: [{ provide: CONFIG_FAILURE, useFactory: () => inject(PORTAL_SETUP).failure }],
})
export class UnusablePage {}
