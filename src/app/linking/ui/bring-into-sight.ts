/** Brings what somebody has to look at, or to press, into the middle of the window, with the focus. */
export function bringIntoSight(element: HTMLElement): void {
  element.scrollIntoView({ block: 'center' });
  element.focus({ preventScroll: true });
}
