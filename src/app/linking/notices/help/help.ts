import { InjectionToken, Service, signal } from '@angular/core';

/** Whether people can unlink by themselves, as the site has decided. */
export const MAY_UNLINK = new InjectionToken<boolean>('people may unlink', {
  providedIn: 'root',
  factory: () => true,
});

/** Shows what linking does, over whatever page one is on: nothing that was begun is left for it. */
@Service()
export class Help {
  readonly #isOpen = signal(false);

  readonly isOpen = this.#isOpen.asReadonly();

  open(): void {
    this.#isOpen.set(true);
  }

  close(): void {
    this.#isOpen.set(false);
  }
}
