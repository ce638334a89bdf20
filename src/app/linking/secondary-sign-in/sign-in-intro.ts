import { Component, input } from '@angular/core';

import type { Transport } from '../../identity/connection';

/** Says beforehand how the second sign-in travels, and that it changes nothing by itself. */
@Component({
  selector: 'app-sign-in-intro',
  templateUrl: './sign-in-intro.html',
})
export class SignInIntro {
  readonly transport = input.required<Transport | undefined>();
}
