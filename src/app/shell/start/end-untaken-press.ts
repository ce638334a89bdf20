import { afterRenderEffect, effect, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationError, Router } from '@angular/router';
import { filter } from 'rxjs';

import { PressedMethod } from '../../session/window/pressed-method';
import { PageCrash } from '../errors/page-crash';

/**
 * Once no page is on its way any more, a window that none has taken is closed: the way to its page was cut off. So is one
 * whose page has broken before it could take it.
 */
export function endUntakenPress(): void {
  const pressed = inject(PressedMethod);
  const { currentNavigation, events } = inject(Router);
  const crash = inject(PageCrash);
  // Once it is drawn: the first page of ours is made after the navigation from a page of a portal's.
  afterRenderEffect(() => {
    if (currentNavigation() === null) untracked(() => pressed.dropUntaken());
  });
  effect(() => {
    if (crash.url() !== undefined) untracked(() => pressed.drop());
  });
  events
    .pipe(
      filter((event) => event instanceof NavigationError),
      takeUntilDestroyed(),
    )
    .subscribe(() => pressed.drop());
}
