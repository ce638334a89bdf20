import { Component, DOCUMENT, ElementRef, inject, ViewEncapsulation } from '@angular/core';

import { Help } from '../../app/linking/notices/help/help';
import { LinkingHelp } from '../../app/linking/notices/help/linking-help';
import { ASSET_URL } from '../../app/linking/ui/links/asset-url';
import { directionOf } from '../../locales/languages';
import { PORTAL_SETUP } from '../portal-setup';

/** What surrounds the pages and the components in a portal: their looks, and nothing that a portal has itself. */
@Component({
  selector: 'ligature-frame',
  imports: [LinkingHelp],
  template: `
    <ng-content />
    @defer (when help.isOpen()) {
      <app-linking-help />
    }
  `,
  styleUrl: './portal-frame.scss',
  encapsulation: ViewEncapsulation.None,
  host: {
    class: 'ligature',
    '[class.own-looks]': '!hasTheme',
    '[lang]': 'locale',
    '[dir]': 'direction',
  },
})
export class PortalFrame {
  protected readonly help = inject(Help);
  protected readonly locale = inject(PORTAL_SETUP).entered.locale;
  protected readonly direction = directionOf(this.locale);
  /** Whether the portal has a theme of Material, whose looks the pages take over. */
  protected readonly hasTheme =
    getComputedStyle(inject(DOCUMENT).documentElement).getPropertyValue('--mat-sys-primary') !== '';

  constructor() {
    const { nativeElement } = inject<ElementRef<HTMLElement>>(ElementRef);
    const { baseURI } = nativeElement.ownerDocument;
    const assetUrl = inject(ASSET_URL);
    if (!this.hasTheme) inject(PORTAL_SETUP).entered.applyBrand?.(nativeElement);
    // Files, since a strict policy allows no image that is written into a style.
    for (const name of ['info', 'done', 'failed', 'doubtful']) {
      nativeElement.style.setProperty(
        `--ligature-icon-${name}`,
        `url('${new URL(assetUrl(`providers/notices/${name}.svg`), baseURI).href}')`,
      );
    }
  }
}
