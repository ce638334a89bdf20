import type { Addressing } from '../app/session/sign-in/callback-url';

/** Where the page around an element has the path of the page of ours that it is to show. */
const parameter = 'ligature-page';

/** Gives the address of the page that the element is in. */
const hostUrl = (): string => window.location.origin + window.location.pathname;

/** All pages are at the address of the page around the element, whose parameter tells which one it is. */
export const elementAddressing: Addressing = {
  appUrl: () => `${hostUrl()}?${parameter}=`,
  startUrl: hostUrl,
  pathOf: (address) => new URL(address).searchParams.get(parameter) ?? '/',
};

/** Takes what is ours out of the address, once it has been read. */
export function clearAddress(): void {
  const { pathname, search, hash } = window.location;
  if (!new URLSearchParams(search).has(parameter)) return;
  window.history.replaceState(window.history.state, '', pathname + hash);
}
