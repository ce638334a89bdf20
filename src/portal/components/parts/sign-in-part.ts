import { Component } from '@angular/core';

import { LostFocus } from '../../../app/shell/arrival/lost-focus';
import { Welcome } from '../../../app/shell/welcome/welcome';
import { PortalFrame } from '../../pages/portal-frame';

/** What a component shows where nobody is signed in: the way in, or why there is none. */
@Component({
  selector: 'ligature-sign-in-part',
  imports: [LostFocus, PortalFrame, Welcome],
  template: '<ligature-frame class="inset" appLostFocus><app-welcome /></ligature-frame>',
})
export class SignInPart {}
