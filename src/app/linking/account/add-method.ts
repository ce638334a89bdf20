import { Component, computed, input, output, viewChild, type ElementRef } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Plus } from 'lucide';

import type { Connection } from '../../identity/connection';
import { Icon } from '../ui/icon';
import { isPlainClick } from '../ui/plain-click';
import { ProviderMark } from '../ui/provider-mark';
import { connectionGroups, type ConnectionGroup } from './connection-groups';

/** Offers the ways to sign in that can be added, in a sheet: below the button, or from the edge of a phone. */
@Component({
  selector: 'app-add-method',
  imports: [Icon, MatButton, ProviderMark, RouterLink],
  templateUrl: './add-method.html',
  styleUrl: './add-method.scss',
})
export class AddMethod {
  readonly connections = input.required<readonly Connection[]>();
  /** A method was pressed, in this very click; its link leads to the page of it. */
  readonly pressed = output<Connection>();

  private readonly sheet = viewChild.required<ElementRef<HTMLDialogElement>>('sheet');

  protected readonly plus = Plus;
  protected readonly groups = computed(() => connectionGroups(this.connections()));
  protected readonly groupNames: Readonly<Record<ConnectionGroup['id'], string>> = {
    work: $localize`Work`,
    personal: $localize`Personal`,
    code: $localize`Code`,
  };

  protected open({ currentTarget: button }: Event): void {
    if (!(button instanceof HTMLElement)) return;
    const sheet = this.sheet().nativeElement;
    const { bottom, left, right } = button.getBoundingClientRect();
    // A dialog stands in the window, and not beside what has opened it.
    sheet.style.setProperty('--below', `${bottom + 8}px`);
    sheet.style.setProperty('--end', `${isRightToLeft(button) ? left : innerWidth - right}px`);
    sheet.showModal();
  }

  protected choose(click: MouseEvent, connection: Connection): void {
    this.sheet().nativeElement.close();
    if (isPlainClick(click)) this.pressed.emit(connection);
  }
}

const isRightToLeft = (element: HTMLElement): boolean =>
  getComputedStyle(element).direction === 'rtl';
