const prefixes = ['co/verifier/', 'com.auth0.auth.', '_com.auth0.auth.', '_co/verifier/'];

/** Removes the cookies in which `auth0-js` keeps notes of a sign-in, for a redirect that does not happen here. */
export function forgetLibraryCookies(): void {
  document.cookie
    .split('; ')
    .map((cookie) => cookie.slice(0, cookie.indexOf('=')))
    .filter((name) => prefixes.some((prefix) => decodeURIComponent(name).startsWith(prefix)))
    .forEach((name) => (document.cookie = `${name}=; path=/; max-age=0`));
}
