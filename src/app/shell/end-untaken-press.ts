import { effect, inject, untracked } from '@angular/core';
import { Router } from '@angular/router';

import { PressedMethod } from '../session/window/pressed-method';

/** Once no page is on its way any more, a window that none has taken is closed: the way to its page was cut off. */
export function endUntakenPress(): void {
  const pressed = inject(PressedMethod);
  const { currentNavigation } = inject(Router);
  effect(() => {
    if (currentNavigation() === null) untracked(() => pressed.dropUntaken());
  });
}
