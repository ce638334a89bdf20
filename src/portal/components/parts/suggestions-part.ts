import { Component, computed, inject, Injector, input } from '@angular/core';

import { labelOf } from '../../../app/identity/account';
import { PressedMethodStore } from '../../../app/linking/account-page/pressed-method-store';
import { SignedInAccountStore } from '../../../app/linking/account/signed-in-account-store';
import { Suggested } from '../../../app/linking/suggestions/suggested';
import { SuggestionsStore } from '../../../app/linking/suggestions/suggestions-store';
import { UnfinishedLinkStore } from '../../../app/linking/unfinished-link/unfinished-link-store';
import { isSettled } from '../../../app/linking/unfinished-link/unfinished-state';
import { LostFocus } from '../../../app/shell/arrival/lost-focus';
import { PortalFrame } from '../../pages/portal-frame';
import { readAfterOutcomes } from './read-after-outcomes';

/** What `<ligature-suggestions>` shows. */
@Component({
  selector: 'ligature-suggestions-part',
  imports: [LostFocus, PortalFrame, Suggested],
  template: `
    <ligature-frame class="inset" appLostFocus>
      @if (suggested().length > 0) {
        <app-suggested
          [connections]="suggested()"
          [address]="address()"
          [isNew]="store.madeFor() !== undefined"
          (declined)="store.decline()"
          (pressed)="method.press($event)"
        />
      }
    </ligature-frame>
  `,
  providers: [PressedMethodStore, SuggestionsStore],
})
export class SuggestionsPart {
  readonly #account = inject(SignedInAccountStore);
  readonly #unfinished = inject(UnfinishedLinkStore);
  protected readonly store = inject(SuggestionsStore);
  protected readonly method = inject(PressedMethodStore);

  readonly connections = input.required<readonly string[] | undefined>();

  /** A link that is on its way comes first. */
  protected readonly suggested = computed(() => {
    const names = this.connections();
    if (!isSettled(this.#unfinished.link())) return [];

    return this.store.suggested().filter(({ name }) => names?.includes(name) !== false);
  });
  protected readonly address = computed(() => {
    const read = this.#account.read();

    return read.status === 'read' ? labelOf(read.account) : '';
  });

  constructor() {
    const part = inject(Injector);
    this.#account.open(part);
    this.#unfinished.open(part);
    readAfterOutcomes();
  }
}
