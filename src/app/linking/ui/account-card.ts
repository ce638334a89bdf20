import { DatePipe } from '@angular/common';
import { Component, computed, input } from '@angular/core';

import { labelOf, type Account } from '../../identity/account';
import { providerLabel, type Connection } from '../../identity/connection';
import { Avatar } from './avatar';
import { ProviderMark } from './provider-mark';

/** One account, told apart from any other: by provider, label, the end of its id, and its age. */
@Component({
  selector: 'app-account-card',
  imports: [Avatar, DatePipe, ProviderMark],
  template: `
    <p class="caption">{{ caption() }}</p>
    <div class="who">
      <div class="portrait">
        <app-avatar [picture]="account().profile.picture" [name]="name()" />
        <app-provider-mark [strategy]="account().identities[0].provider" />
      </div>
      <div class="words">
        <span class="provider">{{ provider() }}</span>
        <span class="account">{{ label() }}</span>
      </div>
    </div>
    <dl>
      <div>
        <dt i18n>Id ends in</dt>
        <dd>{{ idEnd() }}</dd>
      </div>
      @if (account().createdAtMs; as createdAt) {
        <div>
          <dt i18n>Created</dt>
          <dd>{{ createdAt | date: 'mediumDate' }}</dd>
        </div>
      }
    </dl>
  `,
  styleUrl: './account-card.scss',
})
export class AccountCard {
  readonly account = input.required<Account>();
  readonly connections = input.required<readonly Connection[]>();
  /** The account's part in the link, in the page's words. */
  readonly caption = input.required<string>();

  /** Whose initials these are: a name tells more than the address that the account is known by. */
  protected readonly name = computed(() => this.account().profile.name ?? this.label());
  protected readonly label = computed(() => labelOf(this.account()));
  protected readonly provider = computed(() =>
    providerLabel(this.connections(), this.account().identities[0]),
  );
  protected readonly idEnd = computed(() => this.account().userId.slice(-4));
}
