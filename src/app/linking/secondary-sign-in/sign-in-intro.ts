import { Component, computed, input } from '@angular/core';

import { connectionKind } from '../../identity/connection-kinds';
import type { SignInWay } from '../../identity/transport-kinds';

/** Says beforehand how the second sign-in travels, and that it changes nothing by itself. */
@Component({
  selector: 'app-sign-in-intro',
  templateUrl: './sign-in-intro.html',
})
export class SignInIntro {
  readonly way = input.required<SignInWay | undefined>();
  /** How the connection signs in. */
  readonly strategy = input.required<string>();

  protected readonly messageTo = computed(() => connectionKind(this.strategy()).messageTo);
}
