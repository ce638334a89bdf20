import { Component, computed, input } from '@angular/core';

import { isCompany } from '../../identity/connection';

/** Strategies with a mark of their own; the files are in `public/providers`. */
const marks: ReadonlyMap<string, string> = new Map([
  ['auth0', 'password'],
  ['google-oauth2', 'google'],
  ['github', 'github'],
  ['facebook', 'facebook'],
  ['linkedin', 'linkedin'],
  ['apple', 'apple'],
  ['windowslive', 'microsoft'],
  ['waad', 'microsoft'],
  ['auth0-oidc', 'company'],
  ['sms', 'phone'],
  ['email', 'email'],
]);

/** A company's own directory, whoever made it, or else a site that people know by its name. */
const markOf = (strategy: string): string =>
  marks.get(strategy) ?? (isCompany(strategy) ? 'company' : 'other');

/** The mark of a provider, beside its name; it says nothing that the name does not. */
@Component({
  selector: 'app-provider-mark',
  template: `<img [src]="source()" alt="" width="20" height="20" />`,
  styles: `
    :host {
      display: grid;
      place-items: center;
      inline-size: 40px;
      block-size: 40px;
      flex: none;
      background: #fff;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 10px;
    }
  `,
})
export class ProviderMark {
  readonly strategy = input.required<string>();

  protected readonly source = computed(() => `providers/${markOf(this.strategy())}.svg`);
}
