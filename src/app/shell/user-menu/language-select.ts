import { Component, DOCUMENT, inject, InjectionToken, LOCALE_ID } from '@angular/core';

import { keptLanguage } from '../../../locales/kept-language';
import { languageCodes, languages } from '../../../locales/languages';

/** Whether people choose the language here; a portal around the pages has one already. */
export const MAY_CHOOSE_LANGUAGE = new InjectionToken<boolean>('may choose the language', {
  factory: () => true,
});

/** Lets somebody choose the language of the pages, each by the name that its speakers know. */
@Component({
  selector: 'app-language-select',
  template: `
    @if (isPossible) {
      <label>
        <span i18n>Language</span>
        <select #choice data-action="choose-language" (change)="choose(choice.value)">
          @for (code of codes; track code) {
            <option [value]="code" [lang]="code" [selected]="code === current">
              {{ languages[code].name }}
            </option>
          }
        </select>
      </label>
    }
  `,
  styleUrl: './language-select.scss',
})
export class LanguageSelect {
  protected readonly languages = languages;
  protected readonly codes = languageCodes;
  /** A choice that is not kept would be forgotten by the page that it is made for. */
  protected readonly isPossible = inject(MAY_CHOOSE_LANGUAGE) && keptLanguage.isPossible();
  protected readonly current = inject(LOCALE_ID);
  readonly #window = inject(DOCUMENT).defaultView;

  /** Words are chosen when the page starts, so it starts again; what is under way is kept by then, or begins anew. */
  protected choose(language: string): void {
    keptLanguage.write(language);
    this.#window?.location.reload();
  }
}
