import { html, type Html } from './html.ts';

/** Asks for an e-mail address; what it is called differs between forms, and what a browser may fill in. */
export function emailField(
  value: string,
  name: 'email' | 'address' = 'email',
  autocomplete: 'username' | 'email' | 'off' = 'username',
): Html {
  return html`<label for="${name}">Email address</label>
    <input
      id="${name}"
      name="${name}"
      type="email"
      value="${value}"
      autocomplete="${autocomplete}"
      required
    />`;
}
