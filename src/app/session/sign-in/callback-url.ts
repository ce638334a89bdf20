/** Where the tenant sends the browser back to after the first person's sign-in, as a page of the application. */
export const callbackPath = '/callback';

/** Where it comes back to after a second sign-in: an address of its own, so that neither can pass for the other. */
export const linkCallbackPath = '/link/callback';

/** Where Auth0's Lock is shown, in a window: a page of its own, with a policy of its own. */
export const lockPath = '/lock';

/** Where the application is served, without the slash at its end: an origin, or a folder of one (`<base href>`). */
export function appUrl(): string {
  const base = document.querySelector('base')?.href ?? '/';

  return new URL('.', new URL(base, window.location.origin)).href.replace(/\/$/, '');
}

/** The address of a page of the application, which its routes know by this path. */
export const addressOf = (path: string): string => `${appUrl()}${path}`;

/** The page that is shown, by the path that the application's routes know it by. */
export function pagePath(): string {
  const { origin, pathname } = window.location;
  const folder = appUrl().slice(origin.length);

  return pathname.startsWith(`${folder}/`) ? pathname.slice(folder.length) : pathname;
}

/** Where the first person's sign-in comes back to, as the tenant has it among its Allowed Callback URLs. */
export const callbackUrl = (): string => addressOf(callbackPath);
/** Where a second sign-in comes back to, as the tenant has it among its Allowed Callback URLs. */
export const linkCallbackUrl = (): string => addressOf(linkCallbackPath);

/** Where the tenant is told that somebody signs out, and sends the browser on from. */
export function logoutAddress(
  { origin, clientId }: { readonly origin: string; readonly clientId: string },
  returnTo = startUrl(),
): string {
  const query = new URLSearchParams({ client_id: clientId, returnTo });

  return `${origin}/v2/logout?${query.toString()}`;
}

/** Where signing out leads, which must be among the allowed logout URLs: they name an origin without a slash. */
export const startUrl = (): string =>
  appUrl() === window.location.origin ? appUrl() : addressOf('/');
