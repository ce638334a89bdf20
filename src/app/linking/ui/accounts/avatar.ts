import { Component, computed, inject, InjectionToken, input, signal } from '@angular/core';

import { initialsOf } from '../../../identity/text/initials';
import { shownPicture } from './shown-picture';

/** The origins that a picture of a person may be loaded from; without any, there are initials alone. */
export const PICTURE_ORIGINS = new InjectionToken<readonly string[]>('origins of pictures', {
  providedIn: 'root',
  factory: () => [],
});

/**
 * Somebody's picture, or their initials where there is none that may be shown. It says nothing that the name
 * beside it does not, so it is read out to nobody.
 */
@Component({
  selector: 'app-avatar',
  host: { 'aria-hidden': 'true', '[attr.data-initials]': 'initials()' },
  template: `
    @if (source(); as source) {
      <img
        [src]="source"
        alt=""
        loading="lazy"
        referrerpolicy="no-referrer"
        (error)="failed.set(source)"
      />
    } @else if (initials() === '') {
      <svg viewBox="0 0 24 24">
        <path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-8 8a8 6 0 0 1 16 0z" />
      </svg>
    }
  `,
  styleUrl: './avatar.scss',
})
export class Avatar {
  readonly #origins = inject(PICTURE_ORIGINS);

  readonly picture = input<string>();
  readonly name = input.required<string>();

  protected readonly failed = signal<string | undefined>(undefined);
  protected readonly initials = computed(() => initialsOf(this.name()));

  protected readonly source = computed(() => {
    const picture = this.picture() ?? '';

    return picture === this.failed() ? undefined : shownPicture(picture, this.#origins);
  });
}
