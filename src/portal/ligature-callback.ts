/**
 * Tells whether the address of the page is one that Ligature's own sign-ins come back to. A portal's `provideAuth0` has
 * to leave them alone: it takes any address with a `code` and a `state` for its own.
 *
 * @param mount The path of the portal's router at which `ligatureRoutes()` is mounted.
 *
 * @example
 * provideAuth0({ domain, clientId, skipRedirectCallback: isLigatureCallback('settings/sign-in') })
 *
 * @see https://github.com/auth0/auth0-angular/blob/v2.12.0/projects/auth0-angular/src/lib/auth.config.ts
 */
export function isLigatureCallback(mount: string, path = window.location.pathname): boolean {
  const below = mount.split('/').filter(Boolean).join('/');

  return ['callback', 'link/callback'].some((end) =>
    path.endsWith(`/${below}/${end}`.replace('//', '/')),
  );
}
