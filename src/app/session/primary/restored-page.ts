import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter, fromEvent } from 'rxjs';

/** Hides a page that Back has restored as it was when it was left, and loads it again. In an injection context. */
export function reloadWhenRestored(): void {
  fromEvent<PageTransitionEvent>(window, 'pageshow')
    .pipe(
      filter(({ persisted }) => persisted),
      takeUntilDestroyed(),
    )
    .subscribe(() => {
      document.documentElement.hidden = true;
      window.location.reload();
    });
}
