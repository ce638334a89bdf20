import { Component, input } from '@angular/core';

import { Avatar } from './avatar';
import { Mail } from '../mail';
import { ProviderMark } from '../provider-mark';

/** A way to sign in to the account that two have become. */
export interface MergedMethod {
  /** `provider|id`, which no other method has. */
  readonly key: string;
  /** The strategy, whose mark is shown. */
  readonly strategy: string;
  readonly provider: string;
  /** Whom the person is known as there; empty where that is not known. */
  readonly account: string;
  /** Whether the account has it since just now. */
  readonly isNew?: boolean;
}

/** The one account that two become: whose it is, and every way to sign in to it. */
@Component({
  selector: 'app-merged-card',
  imports: [Avatar, Mail, ProviderMark],
  template: `
    <div class="who">
      <app-avatar [picture]="picture()" [name]="name()" />
      <div class="words">
        <span class="name"
          ><bdi>{{ name() }}</bdi></span
        >
        @if (label() !== name()) {
          <app-mail class="account" [address]="label()" />
        }
      </div>
    </div>
    <ul aria-label="Ways to sign in" i18n-aria-label>
      @for (method of methods(); track method.key) {
        <li [class.new]="method.isNew">
          <app-provider-mark [strategy]="method.strategy" />
          <div class="known">
            <span class="method">
              {{ method.provider }}
              @if (method.isNew) {
                <span class="badge" i18n>New</span>
              }
            </span>
            @if (method.account) {
              <app-mail [address]="method.account" />
            }
          </div>
        </li>
      }
    </ul>
  `,
  styleUrl: './merged-card.scss',
  host: { class: 'card', role: 'group', '[attr.aria-label]': 'heard()' },
})
export class MergedCard {
  readonly name = input.required<string>();
  /** By what the account is known. */
  readonly label = input.required<string>();
  readonly picture = input<string | undefined>();
  readonly methods = input.required<readonly MergedMethod[]>();
  /** What the card is, for those who do not see where it stands. */
  readonly heard = input.required<string>();
}
