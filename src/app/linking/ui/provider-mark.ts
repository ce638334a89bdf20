import { Component, computed, inject, input } from '@angular/core';
import { Building2, Globe, KeyRound, Mail, Smartphone, type IconNode } from 'lucide';

import { connectionKind, type ConnectionKind } from '../../identity/connection-kinds';
import { ASSET_URL } from './links/asset-url';
import { Icon } from './icon';

const icons: Partial<Record<ConnectionKind['mark'], IconNode>> = {
  password: KeyRound,
  company: Building2,
  phone: Smartphone,
  email: Mail,
  site: Globe,
};

/** The mark of a provider, beside its name; it says nothing that the name does not. */
@Component({
  selector: 'app-provider-mark',
  imports: [Icon],
  template: `
    @if (icon(); as icon) {
      <app-icon [icon]="icon" />
    } @else {
      <img [src]="assetUrl('providers/' + mark() + '.svg')" alt="" width="20" height="20" />
    }
  `,
  styles: `
    :host {
      display: grid;
      place-items: center;
      inline-size: var(--mark-size, 40px);
      block-size: var(--mark-size, 40px);
      flex: none;
      background: var(--ligature-surface);
      border: 1px solid var(--ligature-line);
      border-radius: 8px;
    }

    /* Providers keep their colours, which are made for white. */
    :host:has(img) {
      background: #fff;
      forced-color-adjust: none;
    }
  `,
})
export class ProviderMark {
  readonly strategy = input.required<string>();

  protected readonly assetUrl = inject(ASSET_URL);
  protected readonly mark = computed(() => connectionKind(this.strategy()).mark);
  protected readonly icon = computed(() => icons[this.mark()]);
}
