/**
 * Whether a person has clicked on a link to go where it leads in this very tab, and not in another one. A click that a
 * script has made leads there as well, but a browser lets it open no window.
 */
export const isPlainClick = (click: MouseEvent): boolean =>
  click.isTrusted &&
  click.button === 0 &&
  !(click.ctrlKey || click.shiftKey || click.altKey || click.metaKey);
