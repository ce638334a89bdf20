/** Where the tenant sends the browser back to after the first person's sign-in, as a page of the application. */
export const callbackPath = '/callback';

/** Where it comes back to after a second sign-in: an address of its own, so that neither can pass for the other. */
export const linkCallbackPath = '/link/callback';

/** Where Auth0's Lock is shown, in a window: a page of its own, with a policy of its own. */
export const lockPath = '/lock';

let mount = '';
let isInElement = false;

/** Where an element's page has the path of the page of ours that it is to show. */
const elementParameter = 'ligature-page';

/** Says that the pages are shown by an element, in a page of somebody else's: their addresses are that page's, and a parameter. */
export function mountInElement(): void {
  isInElement = true;
}

/** Says below which path of a portal's router the pages of Ligature lie, such as `/settings/sign-in`. */
export function mountAt(path: string): void {
  mount = path;
}

/** Gives the path of a page for the router, by the path that our own routes know it by. */
export const routerPath = (path: string): string => mount + path;

/** Gives the path of a page as our own routes know it, by its path for the router. */
export const pathBelowMount = (path: string): string =>
  path.startsWith(mount) ? path.slice(mount.length) : path;

/**
 * Gives what the addresses of all pages of Ligature begin with, before the slash of their paths: an origin, or a folder of
 * one (`<base href>`), and what a portal's router has before them; for an element the page that it is in, and a parameter.
 */
export function appUrl(): string {
  if (isInElement) return `${elementUrl()}?${elementParameter}=`;
  const base = document.querySelector('base')?.href ?? '/';

  return new URL('.', new URL(base, window.location.origin)).href.replace(/\/$/, '') + mount;
}

/** Gives the address of a page of the application, by the path that its routes know it by. */
export const addressOf = (path: string): string => `${appUrl()}${path}`;

/** Gives the path of the page that is shown, as the application's routes know it; empty for a portal's own page. */
export const pagePath = (): string => pathOf(window.location.href);

/** Gives the path of the page at an address, as the application's routes know it; empty where it is none of its pages. */
export function pathOf(address: string): string {
  const { origin, pathname, searchParams } = new URL(address);
  if (isInElement) return searchParams.get(elementParameter) ?? '/';
  const folder = appUrl().slice(origin.length);

  if (pathname === folder) return '/';

  return pathname.startsWith(`${folder}/`) ? pathname.slice(folder.length) : '';
}

/** Takes what is ours out of the address of an element's page, once it has been read. */
export function clearElementAddress(): void {
  const { pathname, search, hash } = window.location;
  if (!new URLSearchParams(search).has(elementParameter)) return;
  window.history.replaceState(window.history.state, '', pathname + hash);
}

/** Gives the address that the first person's sign-in comes back to: one of the tenant's Allowed Callback URLs. */
export const callbackUrl = (): string => addressOf(callbackPath);

/** Gives the address that a second sign-in comes back to: one of the tenant's Allowed Callback URLs. */
export const linkCallbackUrl = (): string => addressOf(linkCallbackPath);

/** Makes the tenant's address that signs somebody out and sends the browser on to `returnTo`. */
export function logoutAddress(
  { origin, clientId }: { readonly origin: string; readonly clientId: string },
  returnTo = startUrl(),
): string {
  const query = new URLSearchParams({ client_id: clientId, returnTo });

  return `${origin}/v2/logout?${query.toString()}`;
}

/** Gives the address that signing out leads to: an Allowed Logout URL, which is an origin without a slash. */
export function startUrl(): string {
  if (isInElement) return elementUrl();

  return appUrl() === window.location.origin ? appUrl() : addressOf('/');
}

/** Gives the address of the page that an element is in. */
const elementUrl = (): string => window.location.origin + window.location.pathname;
