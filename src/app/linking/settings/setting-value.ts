import { Component, computed, input } from '@angular/core';

import type { Json } from '../../identity/json';
import { shownValue } from './shown-value';

/** The value of a setting: a word, a few lines of a list, or names with what they hold. */
@Component({
  selector: 'app-setting-value',
  templateUrl: './setting-value.html',
  styleUrl: './setting-value.scss',
})
export class SettingValue {
  readonly value = input.required<Json | undefined>();

  protected readonly shown = computed(() => shownValue(this.value()));
}
