import { Component, computed, input } from '@angular/core';

import type { Json } from '../../identity/json';
import { shownValue, type ShownAs } from './shown-value';
import { ValueTree } from './value-tree';

/** The value of a setting as the site calls it: a word, a list, a picture, or names with what they hold. */
@Component({
  selector: 'app-setting-value',
  imports: [ValueTree],
  template: `<app-value-tree [value]="shown()" [isCompact]="isCompact()" />`,
  styles: `
    :host {
      display: block;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class SettingValue {
  readonly value = input.required<Json | undefined>();
  /** The key of the setting. */
  readonly path = input<string>();
  /** The other account's value, from which the parts that differ are marked. */
  readonly other = input<ShownAs['other']>();
  /** Whether it stands beside others, so that a list takes as few lines as it can. */
  readonly isCompact = input(false);

  protected readonly shown = computed(() =>
    shownValue(this.value(), { path: this.path(), other: this.other() }),
  );
}
