import type { Reply } from '../../protocol/reply.ts';
import type { Exchange } from '../../state/exchange.ts';
import type { FormFields } from './form.ts';

/** What a page is shown with. */
export interface View extends Exchange {
  readonly notice?: string | undefined;
  readonly problem?: string | undefined;
  /** What a form sent that is shown again, because it was wrong or only half done. */
  readonly form?: FormFields;
}

/** What a form has done: where the browser goes on, and what it reads there. */
export interface Done {
  readonly notice: string;
  readonly setCookie?: readonly string[];
}

/** What the button of a form does. A page instead of a notice is shown as it is. */
export type Action = (form: FormFields, view: View) => Done | Reply | Promise<Done | Reply>;

/** One page of the workbench with its forms; a form goes to the page's address and its action. */
export interface Section {
  readonly path: string;
  readonly render: (view: View) => Reply;
  readonly actions: Readonly<Record<string, Action>>;
}
