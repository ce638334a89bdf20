import { computed, DOCUMENT, effect, inject, Service, signal, type Signal } from '@angular/core';

import { LIGATURE_CONFIG, type Branding } from '../../config/ligature-config';

export type Theme = Branding['theme'];

/** Every theme, in the order in which they are offered: what the device says, light, and dark. */
export const themes: readonly Theme[] = ['system', 'light', 'dark'];

const entry = 'ligature.theme';

/** Keeps which theme a person has chosen in this browser, and shows the page in it; until then, the configuration's. */
@Service()
export class ThemeChoice {
  readonly #document = inject(DOCUMENT);
  readonly #chosen = signal(this.#kept() ?? inject(LIGATURE_CONFIG).branding.theme);

  readonly chosen = this.#chosen.asReadonly();

  readonly #deviceIsDark = this.#watchDevice();
  /** Whether the page is dark now. */
  readonly isDark = computed(() => {
    const chosen = this.#chosen();

    return chosen === 'system' ? this.#deviceIsDark() : chosen === 'dark';
  });

  constructor() {
    effect(() => {
      const theme = this.#chosen();
      this.#document.documentElement.style.colorScheme = theme === 'system' ? '' : theme;
    });
  }

  choose(theme: Theme): void {
    this.#chosen.set(theme);
    try {
      this.#document.defaultView?.localStorage.setItem(entry, theme);
    } catch {
      // Where nothing can be kept, the choice lasts as long as the page.
    }
  }

  #watchDevice(): Signal<boolean> {
    const view = this.#document.defaultView;
    // Where specs run, there is no device.
    const isKnown = view !== null && 'matchMedia' in view;
    const query = isKnown ? view.matchMedia('(prefers-color-scheme: dark)') : undefined;
    const isDark = signal(query?.matches ?? false);
    query?.addEventListener('change', ({ matches }) => isDark.set(matches));

    return isDark;
  }

  #kept(): Theme | undefined {
    try {
      const kept = this.#document.defaultView?.localStorage.getItem(entry);

      return themes.find((theme) => theme === kept);
    } catch {
      return undefined;
    }
  }
}
