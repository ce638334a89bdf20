import { DatePipe } from '@angular/common';
import { Component, computed, input } from '@angular/core';

import { labelOf, type Account } from '../../identity/account';
import { Afresh } from '../../page-translation/afresh';
import { Avatar } from '../ui/accounts/avatar';
import { personName } from '../ui/accounts/person-name';
import { Mail } from '../ui/mail';

/** Says whose account this is: picture, name, address, and since when. */
@Component({
  selector: 'app-account-head',
  imports: [Afresh, Avatar, DatePipe, Mail],
  template: `
    <app-avatar [picture]="account().profile.picture" [name]="name()" />
    <div *appAfresh="account()" class="words">
      <span class="name"
        ><bdi>{{ name() }}</bdi></span
      >
      @if (label() !== name()) {
        <app-mail class="account" [address]="label()" />
      }
    </div>
    @if (account().createdAtMs; as createdAtMs) {
      <span *appAfresh="createdAtMs" class="since" i18n>
        Member since {{ createdAtMs | date: 'y' }}
      </span>
    }
  `,
  styles: `
    :host {
      display: flex;
      gap: 16px;
      align-items: center;
      padding: calc(var(--ligature-space-inset) + 4px);

      @media (width < 600px) {
        padding: var(--ligature-space-inset);
      }
    }

    app-avatar {
      --avatar-size: 56px;
    }

    .name {
      font: var(--ligature-type-person);
      letter-spacing: -0.014em;
    }

    .since {
      flex: none;
      color: var(--ligature-ink-3);
      font: var(--ligature-type-mini);

      @media (width < 600px) {
        display: none;
      }
    }
  `,
  host: { class: 'card' },
})
export class AccountHead {
  readonly account = input.required<Account>();

  protected readonly label = computed(() => labelOf(this.account()));
  /** What the person is called; an address stands for somebody who has no name. */
  protected readonly name = computed(() => personName(this.account()));
}
