import { Component, input } from '@angular/core';

import { LinkPage } from '../../../app/linking/link-page/link-page';
import { STAYS_HERE } from '../../../app/linking/ui/links/leave-link';
import { LostFocus } from '../../../app/shell/arrival/lost-focus';
import { PortalFrame } from '../../pages/portal-frame';

/** What `<ligature-link>` shows. */
@Component({
  selector: 'ligature-link-part',
  imports: [LinkPage, LostFocus, PortalFrame],
  template: `
    <ligature-frame class="inset" appLostFocus
      ><app-link-page [connection]="connection()"
    /></ligature-frame>
  `,
  providers: [{ provide: STAYS_HERE, useValue: true }],
})
export class LinkPart {
  readonly connection = input.required<string>();
}
