import { inject, LOCALE_ID, type Provider } from '@angular/core';

import { configuredProviders } from '../../app/shell/start/configured-providers';
import { MAY_CHOOSE_LANGUAGE } from '../../app/shell/user-menu/language-select';
import { PORTAL_SETUP } from '../portal-setup';

/** What all views need in a portal, once it is entered. */
export const portalProviders: Provider[] = [
  configuredProviders,
  { provide: MAY_CHOOSE_LANGUAGE, useValue: false },
  { provide: LOCALE_ID, useFactory: () => inject(PORTAL_SETUP).entered.locale },
];
