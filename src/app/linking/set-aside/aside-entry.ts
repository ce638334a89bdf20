import {
  afterNextRender,
  Component,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';

import type { Connection } from '../../identity/connection';
import type { Json } from '../../identity/json';
import { Afresh } from '../../page-translation/afresh';
import { SettingValue } from '../settings/setting-value';

/** One saved value, and what can be done with it; it is deleted only when that was asked for twice. */
@Component({
  selector: 'app-aside-entry',
  imports: [Afresh, MatButton, SettingValue],
  templateUrl: './aside-entry.html',
  styleUrl: './aside-entry.scss',
})
export class AsideEntry {
  private readonly injector = inject(Injector);

  /** What the buttons are described by. */
  readonly id = input.required<string>();
  readonly key = input.required<string>();
  readonly name = input.required<string>();
  readonly value = input.required<Json>();
  readonly busy = input.required<boolean>();
  readonly mayBeUsed = input(false);
  /** How the account that it comes from is proven, where it may go back there and only one way is known. */
  readonly wayBack = input<Connection>();
  readonly used = output();
  readonly putBack = output<Connection>();
  readonly removed = output();

  private readonly keep = viewChild('keep', { read: ElementRef<HTMLElement> });
  private readonly remove = viewChild('remove', { read: ElementRef<HTMLElement> });

  protected readonly isAsking = signal(false);

  protected ask(): void {
    this.isAsking.set(true);
    this.#focus(() => this.keep());
  }

  protected leave(): void {
    this.isAsking.set(false);
    this.#focus(() => this.remove());
  }

  protected agree(): void {
    this.isAsking.set(false);
    this.removed.emit();
  }

  /** The pressed button is gone then, and the focus must not go with it. */
  #focus(target: () => ElementRef<HTMLElement> | undefined): void {
    afterNextRender(() => target()?.nativeElement.focus(), { injector: this.injector });
  }
}
