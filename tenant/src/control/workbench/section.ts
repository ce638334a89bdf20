import type { Exchange } from '../../state/tenant-state.ts';
import type { Html } from '../../ui/html.ts';
import type { ControlError } from '../control-call.ts';
import type { FormFields } from './form.ts';

/** What a page is shown with. */
export interface View extends Exchange {
  /** What a form has just done. */
  readonly notice?: string | undefined;
  /** What was wrong with a form. */
  readonly refusal?: ControlError;
  /** What a form sent that is shown again, because it was wrong or only half done. */
  readonly form?: FormFields;
}

/** What a form has done: where the browser goes on, and what it reads there. */
export interface Done {
  readonly notice: string;
  /** What the page is to be filtered by. */
  readonly search?: string;
  readonly setCookie?: readonly string[];
}

/** What the button of a form does. Fields instead of a notice are shown in the form. */
export type Action = (
  form: FormFields,
  view: View,
) => Done | Required<Pick<View, 'form'>> | Promise<Done>;

/** One page of the workbench with its forms; a form goes to the page's address and its action. */
export interface Section {
  readonly path: string;
  readonly title: string;
  /** One sentence below the heading. */
  readonly lead: string;
  readonly content: (view: View) => Html;
  readonly actions: Readonly<Record<string, Action>>;
}
