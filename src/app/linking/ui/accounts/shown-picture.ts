/**
 * Gives the address of a picture that may be shown: one of the web, and from an origin that the site admits. A picture
 * from anywhere else would tell a stranger who looks at this page, and when.
 */
export function shownPicture(picture: string, origins: readonly string[]): string | undefined {
  if (!URL.canParse(picture)) return undefined;
  const { protocol, origin } = new URL(picture);
  // A `blob:` has an origin too.
  const isOfWeb = protocol === 'https:' || protocol === 'http:';

  return isOfWeb && origins.includes(origin) ? picture : undefined;
}
