import {
  afterNextRender,
  DestroyRef,
  Directive,
  ElementRef,
  inject,
  Injector,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { distinctUntilChanged, filter, map, skip } from 'rxjs';

/**
 * Moves the focus to the heading of every page that is gone to, as a browser does when it loads one, and to the nearest
 * heading when what had the focus is taken away: else it would be nowhere, and whoever listens would not hear that the
 * page is another.
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
      .subscribe(() => {
        afterNextRender(() => focusOn(host.querySelector('h1') ?? host, { preventScroll: true }), {
          injector,
        });
      });
    inject(DestroyRef).onDestroy(followLostFocus(host));
  }
}

/** Watches what has the focus; where that is taken away, and nothing else has got it, the nearest heading gets it. */
function followLostFocus(page: HTMLElement): () => void {
  let focused: readonly HTMLElement[] = [];
  const remember = ({ target }: FocusEvent): void => {
    focused = target instanceof HTMLElement ? upTo(page, target) : [];
  };
  // It is called when Angular has rendered, and has moved the focus itself where a view asks for that.
  const observer = new MutationObserver(() => {
    const [last, ...around] = focused;
    if (last?.isConnected !== false || document.activeElement !== document.body) return;
    const left = around.filter((element) => element.isConnected);
    const heading = left.map((element) => element.querySelector<HTMLElement>('h1, h2, h3'));
    focusOn(heading.find((one) => one !== null) ?? page);
  });
  page.addEventListener('focusin', remember);
  observer.observe(page, { childList: true, subtree: true });

  return () => {
    page.removeEventListener('focusin', remember);
    observer.disconnect();
  };
}

/** An element and all that it is in, up to the page. */
function upTo(page: HTMLElement, element: HTMLElement): readonly HTMLElement[] {
  const parent = element.parentElement;

  return element === page || parent === null ? [element] : [element, ...upTo(page, parent)];
}

function focusOn(element: HTMLElement, options?: FocusOptions): void {
  element.tabIndex = -1;
  element.focus(options);
}
