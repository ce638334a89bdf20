import { inject, type Provider } from '@angular/core';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { pictureOrigins } from '../../config/picture-origins';
import { MAY_UNLINK } from '../../linking/notices/help/help';
import { BUSY_PAUSE } from '../../linking/notices/busy-pause';
import { SUPPORT } from '../../linking/notices/support';
import { LETTERHEAD } from '../../linking/receipt/letterhead';
import { PICTURE_ORIGINS } from '../../linking/ui/accounts/avatar';
import { PAGE_PATH } from '../../linking/ui/links/page-path';
import { RequestPacing } from '../../management-api/interceptors/request-pacing';
import { routerPath } from '../../session/sign-in/callback-url';

/** What the views need, and follows from the configuration, whether it is the application's file or what a portal has given. */
export const configuredProviders: Provider[] = [
  {
    provide: PICTURE_ORIGINS,
    useFactory: () => [inject(LIGATURE_CONFIG).tenant.origin, ...pictureOrigins],
  },
  { provide: MAY_UNLINK, useFactory: () => inject(LIGATURE_CONFIG).policy.allowUnlink },
  { provide: SUPPORT, useFactory: () => inject(LIGATURE_CONFIG).support },
  { provide: BUSY_PAUSE, useFactory: () => inject(RequestPacing).pause },
  { provide: LETTERHEAD, useFactory: () => inject(LIGATURE_CONFIG).branding },
  { provide: PAGE_PATH, useValue: routerPath },
];
