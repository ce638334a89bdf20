import {
  afterEveryRender,
  afterNextRender,
  Directive,
  ElementRef,
  EnvironmentInjector,
  inject,
  Injector,
  input,
  type OnDestroy,
} from '@angular/core';

/**
 * Around controls that are gone, or cannot be pressed any more, once they have been pressed: the focus goes to the first of these
 * that is there, in place of the top of the page. They are selectors, with commas between them.
 */
@Directive({
  selector: '[appKeepFocus]',
  host: {
    'data-keeps-focus': '',
    '(focusin)': 'remember($event)',
    '(focusout)': 'forgetLater($event)',
  },
})
export class KeepFocus implements OnDestroy {
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** That of the application, which is there still when this is gone. */
  readonly #injector = inject(EnvironmentInjector).get(Injector);
  #focused: HTMLElement | undefined;

  readonly appKeepFocus = input.required<string>();
  /** Where it goes when this is gone itself; to what is there of the same, unless this is said. */
  readonly focusAfterwards = input<string>();

  constructor() {
    afterEveryRender({ write: () => this.#restore(this.appKeepFocus()) });
  }

  ngOnDestroy(): void {
    const selectors = this.focusAfterwards() ?? this.appKeepFocus();
    afterNextRender({ write: () => this.#restore(selectors) }, { injector: this.#injector });
  }

  /** What is within another one of these is that one's. */
  protected remember({ target }: FocusEvent): void {
    if (target instanceof HTMLElement && target.closest('[data-keeps-focus]') === this.#host) {
      this.#focused = target;
    }
  }

  /** Whoever has gone elsewhere is not called back. Whether they have is known once the page has been rendered. */
  protected forgetLater({ target }: FocusEvent): void {
    queueMicrotask(() => {
      const isLeft = document.activeElement !== target && (target as Node).isConnected;
      if (isLeft && target === this.#focused && !this.#focused.matches(':disabled')) {
        this.#focused = undefined;
      }
    });
  }

  #restore(selectors: string): void {
    const lost = this.#focused;
    const active = document.activeElement;
    if (lost === undefined || (active !== null && active !== lost && active !== document.body)) {
      return;
    }
    if (lost.isConnected && !lost.matches(':disabled')) return;
    for (const selector of selectors.split(',')) {
      const next = document.querySelector<HTMLElement>(selector);
      if (next === null) continue;
      this.#focused = undefined;
      next.focus();

      return;
    }
  }
}
