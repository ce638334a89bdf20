import type { TextMatch } from './drill-messages';

/** What can be pressed here and is called so; `undefined` while there is no such thing, or it is disabled. */
export function pressable(
  page: Document,
  name: TextMatch,
  inside = 'body',
): HTMLElement | undefined {
  const controls = page.querySelectorAll<HTMLElement>(
    `:is(${inside}) :is(button, a[href], label:has(input[type=radio]))`,
  );

  return [...controls].find(
    (control) => isCalled(control, name) && !isDisabled(control) && control.checkVisibility(),
  );
}

/** The field with this label. */
export function fieldCalled(page: Document, label: string): HTMLInputElement | undefined {
  const labels = [...page.querySelectorAll('label')];
  const field = labels.find((one) => wordsOf(one) === label)?.control;

  return field instanceof HTMLInputElement ? field : undefined;
}

function isCalled(control: HTMLElement, { begins, isWhole = false, contains }: TextMatch): boolean {
  const words = control.getAttribute('aria-label') ?? wordsOf(control);
  if (contains !== undefined && !words.includes(contains)) return false;

  return isWhole ? words === begins : words.startsWith(begins);
}

const isDisabled = (control: HTMLElement): boolean =>
  control.matches(':disabled') || control.querySelector('input:disabled') !== null;

const wordsOf = (element: Element): string => element.textContent.replaceAll(/\s+/g, ' ').trim();
