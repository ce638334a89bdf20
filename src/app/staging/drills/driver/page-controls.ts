import { selectorOf, type Action } from '../../../actions/action';

/** Finds what can be pressed for this here; `undefined` while there is no such thing, or it is disabled. */
export const pressable = (
  page: Document,
  action: Action,
  target?: string,
): HTMLElement | undefined =>
  [...page.querySelectorAll<HTMLElement>(selectorOf(action, target))].find(
    (control) => !control.matches(':disabled') && control.checkVisibility(),
  );

/** Finds the field that takes this; `undefined` while there is none. */
export const fieldFor = (page: Document, action: Action): HTMLInputElement | undefined =>
  page.querySelector<HTMLInputElement>(`input${selectorOf(action)}`) ?? undefined;
