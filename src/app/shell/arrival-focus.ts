import { afterNextRender, Directive, ElementRef, inject, Injector } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { distinctUntilChanged, filter, map, skip } from 'rxjs';

/**
 * Moves the focus to the heading of every page that is gone to, as a browser does when it loads one: else it would stay
 * on what is not there any more, and whoever listens would not hear that the page is another.
 */
@Directive({ selector: '[appArrivalFocus]' })
export class ArrivalFocus {
  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const injector = inject(Injector);
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        map(({ urlAfterRedirects }) => urlAfterRedirects.split(/[?#]/, 1)[0]),
        distinctUntilChanged(),
        // The first page was loaded by the browser, which has put the focus where it belongs.
        skip(1),
        takeUntilDestroyed(),
      )
      .subscribe(() => afterNextRender(() => focusHeading(host), { injector }));
  }
}

function focusHeading(page: HTMLElement): void {
  const heading = page.querySelector('h1');
  if (heading !== null) heading.tabIndex = -1;
  (heading ?? page).focus({ preventScroll: true });
}
