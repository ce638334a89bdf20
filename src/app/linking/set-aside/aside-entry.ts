import {
  afterNextRender,
  Component,
  computed,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
  ElementRef,
} from '@angular/core';
import { MatButton } from '@angular/material/button';

import type { Connection } from '../../identity/connection';
import type { Settings } from '../../identity/json';
import { Afresh } from '../../page-translation/afresh';
import { saveSettings } from '../settings/save-settings';
import { settingName, unlistedNames } from '../settings/setting-name';
import { SettingValue } from '../settings/setting-value';
import { isListed } from '../settings/setting-vocabulary';

/** What is set aside of one account; it is removed only when that was asked for twice. */
@Component({
  selector: 'app-aside-entry',
  imports: [Afresh, MatButton, SettingValue],
  templateUrl: './aside-entry.html',
  styleUrl: './aside-entry.scss',
})
export class AsideEntry {
  private readonly injector = inject(Injector);

  readonly subject = input.required<string>();
  readonly name = input.required<string>();
  readonly settings = input.required<Settings>();
  readonly busy = input.required<boolean>();
  /** How the account that it comes from can be proven, if it may go back there. */
  readonly waysBack = input<readonly Connection[]>([]);
  readonly putBack = output<Connection>();
  readonly removed = output();

  private readonly keep = viewChild('keep', { read: ElementRef<HTMLElement> });
  private readonly remove = viewChild('remove', { read: ElementRef<HTMLElement> });

  protected readonly isAsking = signal(false);
  protected readonly rows = computed(() =>
    [...this.settings()]
      .filter(([key]) => isListed(key))
      .map(([key, value]) => ({ key, name: settingName(key), value })),
  );
  protected readonly unlisted = computed(() => unlistedNames(this.settings().keys()));

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

  protected download(): void {
    saveSettings(this.subject(), this.settings());
  }

  /** The pressed button is gone then, and the focus must not go with it. */
  #focus(target: () => ElementRef<HTMLElement> | undefined): void {
    afterNextRender(() => target()?.nativeElement.focus(), { injector: this.injector });
  }
}
