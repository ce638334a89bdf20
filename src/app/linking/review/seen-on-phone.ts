import {
  afterNextRender,
  DestroyRef,
  Directive,
  DOCUMENT,
  ElementRef,
  inject,
  output,
} from '@angular/core';

/**
 * Tells once its element has been in sight. On a phone what is pressed stays at the edge of the screen, so that somebody
 * could agree to what they never scrolled to; elsewhere that stands below what it is about, and nothing is waited for.
 */
@Directive({ selector: '[appSeenOnPhone]' })
export class SeenOnPhone {
  readonly #element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #window = inject(DOCUMENT).defaultView;
  readonly #destroyed = inject(DestroyRef);

  readonly seen = output({ alias: 'appSeenOnPhone' });

  constructor() {
    afterNextRender(() => this.#watch());
  }

  #watch(): void {
    if (this.#window?.matchMedia('(width < 600px)').matches !== true) {
      this.seen.emit();

      return;
    }
    // The bar at the edge covers what lies under it.
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        this.seen.emit();
      },
      { threshold: 0.6, rootMargin: '0px 0px -72px' },
    );
    observer.observe(this.#element);
    this.#destroyed.onDestroy(() => observer.disconnect());
  }
}
