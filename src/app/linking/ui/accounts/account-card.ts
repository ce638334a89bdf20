import { Component, computed, input } from '@angular/core';

import { labelOf, type Account } from '../../../identity/account';
import { providerLabel, type Connection } from '../../../identity/connection';
import { Avatar } from './avatar';
import { Mail } from '../mail';
import { personName } from './person-name';
import { ProviderMark } from '../provider-mark';

/** One account as it is now: whose it is, by what it is known, and how we know that it is theirs. */
@Component({
  selector: 'app-account-card',
  imports: [Avatar, Mail, ProviderMark],
  template: `
    <div class="portrait">
      <app-avatar [picture]="account().profile.picture" [name]="name()" />
      <app-provider-mark [strategy]="account().identities[0].provider" />
    </div>
    <div class="words">
      <span class="name"
        ><bdi>{{ name() }}</bdi></span
      >
      @if (label() !== name()) {
        <app-mail class="account" [address]="label()" />
      }
      <span class="why">{{ why() }}</span>
    </div>
  `,
  styleUrl: './account-card.scss',
  host: { class: 'card', role: 'group', '[attr.aria-label]': 'heard()' },
})
export class AccountCard {
  readonly account = input.required<Account>();
  readonly connections = input.required<readonly Connection[]>();
  /** How the person has shown that it is theirs, in the page's words. */
  readonly why = input.required<string>();

  protected readonly name = computed(() => personName(this.account()));
  protected readonly label = computed(() => labelOf(this.account()));
  /** The mark of the provider is a picture, so that the provider is named here. */
  protected readonly heard = computed(() => {
    const provider = providerLabel(this.connections(), this.account().identities[0]);

    return [...new Set([this.name(), this.label(), provider])].join(', ');
  });
}
