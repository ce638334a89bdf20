import { html, type Html } from './html.ts';
import type { Texts } from './texts/en.ts';

/**
 * Asks for an e-mail address, in a field that takes what people type: one of the type `email` would refuse some
 * of it before the page can understand it. What it is called differs between forms, and what a browser may
 * fill in.
 */
export function emailField(
  { common }: Texts,
  value: string,
  [name, autocomplete]: readonly ['email' | 'address', 'username' | 'email' | 'off'] = [
    'email',
    'username',
  ],
): Html {
  return html`<label for="${name}">${common.email}</label>
    <input
      id="${name}"
      name="${name}"
      type="text"
      inputmode="email"
      autocapitalize="none"
      spellcheck="false"
      value="${value}"
      autocomplete="${autocomplete}"
      required
    />`;
}

interface PasswordField {
  readonly label?: string;
  readonly autocomplete: 'current-password' | 'new-password';
  /** What a new password has to be. */
  readonly rules?: string;
}

/** Asks for a password, which can be looked at where there is script. */
export function passwordField(
  { common }: Texts,
  { label = common.password, autocomplete, rules }: PasswordField,
): Html {
  return html`<div class="label-row">
      <label for="password">${label}</label>
      <button type="button" class="link scripted" data-reveal="password">
        <span class="off">${common.showPassword}</span
        ><span class="on">${common.hidePassword}</span>
      </button>
    </div>
    <input
      id="password"
      name="password"
      type="password"
      autocomplete="${autocomplete}"
      ${rules === undefined ? undefined : html`aria-describedby="password-rules"`}
      required
    />
    ${rules === undefined ? undefined : html`<small id="password-rules">${rules}</small>`}`;
}
