import { Component, computed, forwardRef, inject, input, signal } from '@angular/core';

import { PICTURE_ORIGINS } from '../ui/accounts/avatar';
import { shownPicture } from '../ui/accounts/shown-picture';
import type { ShownValue } from './shown-value';

/** Draws what is shown of a value; of an object each part in turn, the parts that differ marked. */
@Component({
  selector: 'app-value-tree',
  // Parts are drawn as the whole is.
  imports: [forwardRef(() => ValueTree)],
  templateUrl: './value-tree.html',
  styleUrl: './value-tree.scss',
})
export class ValueTree {
  readonly #origins = inject(PICTURE_ORIGINS);

  readonly value = input.required<ShownValue>();
  readonly isCompact = input(false, { transform: (is: boolean | '') => is !== false });

  protected readonly failed = signal<string | undefined>(undefined);
  protected readonly picture = computed(() => {
    const value = this.value();
    if (value.kind !== 'picture' || value.url === this.failed()) return undefined;

    return shownPicture(value.url, this.#origins);
  });
  /** A list in one sentence, its items apart from what stands between them. */
  protected readonly parts = computed(() => {
    const value = this.value();
    if (value.kind !== 'list') return [];
    const { items, more } = value;

    return new Intl.ListFormat($localize.locale ?? 'en', {
      // Nothing is to be read into how the last one is joined.
      ...{ type: 'unit', style: 'short' },
    }).formatToParts([...items, ...(more > 0 ? [$localize`${more}:count: more`] : [])]);
  });
}
