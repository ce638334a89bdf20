import { html, type Html } from './html.ts';

/**
 * Asks for an e-mail address, in a field that takes what people type: one of the type `email` would refuse some
 * of it before the page can understand it. What it is called differs between forms, and what a browser may
 * fill in.
 */
export function emailField(
  value: string,
  name: 'email' | 'address' = 'email',
  autocomplete: 'username' | 'email' | 'off' = 'username',
): Html {
  return html`<label for="${name}">Email address</label>
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
