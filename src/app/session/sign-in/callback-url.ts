/** Where the tenant sends the browser back to after the first person's sign-in, as a page of the application. */
export const callbackPath = '/callback';

/** Where it comes back to after a second sign-in: an address of its own, so that neither can pass for the other. */
export const linkCallbackPath = '/link/callback';

/** Where Auth0's Lock is shown, in a window: a page of its own, with a policy of its own. */
export const lockPath = '/lock';

let mount = '';

/** How the pages of Ligature are addressed in a browser. */
export interface Addressing {
  /** Gives what all addresses begin with, before the slash of their paths. */
  appUrl(): string;
  /** Gives the address that signing out leads to: an Allowed Logout URL. */
  startUrl(): string;
  /** Gives the path of the page at an address, as our own routes know it; empty where it is none of our pages. */
  pathOf(address: string): string;
}

/**
 * Every page has a path of its own, below an origin or a folder of one (`<base href>`), and what a portal's router has
 * before them. An origin has no slash when somebody signs out to it.
 */
const byPath: Addressing = {
  appUrl() {
    const base = document.querySelector('base')?.href ?? '/';

    return new URL('.', new URL(base, window.location.origin)).href.replace(/\/$/, '') + mount;
  },
  startUrl: () => (appUrl() === window.location.origin ? appUrl() : addressOf('/')),
  pathOf(address) {
    const { origin, pathname } = new URL(address);
    const folder = appUrl().slice(origin.length);
    if (pathname === folder) return '/';

    return pathname.startsWith(`${folder}/`) ? pathname.slice(folder.length) : '';
  },
};

let addressing = byPath;

/** Says that the pages are addressed in another way, for as long as the document is there. */
export function addressBy(other: Addressing): void {
  addressing = other;
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

/** Gives what the addresses of all pages of Ligature begin with, before the slash of their paths. */
export const appUrl = (): string => addressing.appUrl();

/** Gives the address of a page of the application, by the path that its routes know it by. */
export const addressOf = (path: string): string => `${appUrl()}${path}`;

/** Gives the path of the page that is shown, as the application's routes know it; empty for a portal's own page. */
export const pagePath = (): string => pathOf(window.location.href);

/** Gives the path of the page at an address, as the application's routes know it; empty where it is none of its pages. */
export const pathOf = (address: string): string => addressing.pathOf(address);

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

/** Gives the address that signing out leads to: an Allowed Logout URL. */
export const startUrl = (): string => addressing.startUrl();
