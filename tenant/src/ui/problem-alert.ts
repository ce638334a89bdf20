import { html, type Html } from './html.ts';

/** What was wrong with a form that was sent, above the form. */
export function problemAlert(problem: string | undefined): Html | undefined {
  return problem === undefined ? undefined : html`<p class="problem" role="alert">${problem}</p>`;
}
