import { Component, effect, inject, viewChild, type ElementRef } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ArrowRight } from 'lucide';

import { Icon } from '../../ui/icon';
import { ProviderMark } from '../../ui/provider-mark';
import { SUPPORT } from '../support';
import { SupportWays } from '../support-ways';
import { Help, MAY_UNLINK } from './help';

/** What linking does, in five short answers and a picture; a sheet on phones. */
@Component({
  selector: 'app-linking-help',
  imports: [Icon, MatButton, ProviderMark, SupportWays],
  templateUrl: './linking-help.html',
  styleUrl: './linking-help.scss',
})
export class LinkingHelp {
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  protected readonly help = inject(Help);
  protected readonly support = inject(SUPPORT);
  protected readonly mayUnlink = inject(MAY_UNLINK);
  protected readonly arrow = ArrowRight;

  constructor() {
    // The browser keeps the focus inside, closes on Escape, and gives the focus back.
    effect(() => {
      const { nativeElement: dialog } = this.dialog();
      if (this.help.isOpen() && !dialog.open) dialog.showModal();
    });
  }
}
