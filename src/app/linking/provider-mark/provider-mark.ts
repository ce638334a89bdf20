import { Component, computed, input } from '@angular/core';

/** Which strategies share a mark; the files are in `public/providers`. */
const marks: ReadonlyMap<string, string> = new Map([
  ['google-oauth2', 'google'],
  ['github', 'github'],
  ['facebook', 'facebook'],
  ['linkedin', 'linkedin'],
  ['windowslive', 'microsoft'],
  ['waad', 'microsoft'],
  ['samlp', 'company'],
  ['adfs', 'company'],
  ['oidc', 'company'],
  ['sms', 'phone'],
  ['email', 'email'],
]);

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

  protected readonly source = computed(
    () => `providers/${marks.get(this.strategy()) ?? 'password'}.svg`,
  );
}
