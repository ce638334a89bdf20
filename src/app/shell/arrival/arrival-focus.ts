import { afterNextRender, Directive, ElementRef, inject, Injector } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { distinctUntilChanged, filter, map, skip } from 'rxjs';

import { focusOn, LostFocus } from './lost-focus';

/**
 * Moves the focus to the heading of every page that is gone to, as a browser does when it loads one, and to the nearest
 * heading when what had the focus is taken away: else it would be nowhere, and whoever listens would not hear that the
 * page is another.
 */
@Directive({ selector: '[appArrivalFocus]', hostDirectives: [LostFocus] })
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
      .subscribe(() => {
        afterNextRender(() => focusOn(host.querySelector('h1') ?? host, { preventScroll: true }), {
          injector,
        });
      });
  }
}
