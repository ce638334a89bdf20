import { html, type Html } from './html.ts';
import type { Texts } from './texts/en.ts';

interface EmailField {
  readonly name?: 'email' | 'address';
  readonly autocomplete?: 'username' | 'email' | 'off';
  /** Whether the page's problem is about this field. */
  readonly isWrong?: boolean;
}

/**
 * Asks for an e-mail address, in a field that takes what people type: one of the type `email` would refuse some
 * of it before the page can understand it. What it is called differs between forms, and what a browser may
 * fill in.
 */
export function emailField(
  { common }: Texts,
  value: string,
  { name = 'email', autocomplete = 'username', isWrong = false }: EmailField = {},
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
      ${isWrong ? html`aria-invalid="true" aria-describedby="problem"` : undefined}
      required
    />`;
}

interface PasswordField {
  readonly label?: string;
  readonly autocomplete: 'current-password' | 'new-password';
  /** What a new password has to be. */
  readonly rules?: string;
  readonly isWrong?: boolean;
}

/** Asks for a password, which can be looked at where there is script. */
export function passwordField(
  { common }: Texts,
  { label = common.password, autocomplete, rules, isWrong = false }: PasswordField,
): Html {
  const describedBy = [
    isWrong ? 'problem' : [],
    rules === undefined ? [] : 'password-rules',
  ].flat();

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
      ${isWrong ? html`aria-invalid="true"` : undefined}
      ${describedBy.length === 0 ? undefined : html`aria-describedby="${describedBy.join(' ')}"`}
      required
    />
    ${rules === undefined ? undefined : html`<small id="password-rules">${rules}</small>`}`;
}

/** Puts values into a form that nobody sees and that are sent with it. */
export const hiddenFields = (fields: Iterable<readonly [string, string]>): readonly Html[] =>
  [...fields].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);
