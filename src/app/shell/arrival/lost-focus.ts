import { DestroyRef, Directive, ElementRef, inject } from '@angular/core';

/** Moves the focus to the nearest heading when what had it is taken away: else it would be nowhere. */
@Directive({ selector: '[appLostFocus]' })
export class LostFocus {
  constructor() {
    const { nativeElement } = inject<ElementRef<HTMLElement>>(ElementRef);
    inject(DestroyRef).onDestroy(followLostFocus(nativeElement));
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

/** Moves the focus to an element that need not take any by itself. */
export function focusOn(element: HTMLElement, options?: FocusOptions): void {
  element.tabIndex = -1;
  element.focus(options);
}
