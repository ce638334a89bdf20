/** Where a sign-in may lead, besides to the start. */
const pages = ['/account', '/staging'];

/** The start of everything a signed-in person does here. */
const start = '/account';

/** An origin that is nobody's: an address that leaves it would leave the portal as well. */
const here = 'https://portal.invalid';

/**
 * Gives the address to go to after a sign-in: the wanted one if it is one of this application's own pages, else the
 * start. A browser takes `//evil.example`, `/\evil.example` and their like for other sites.
 */
export function returnAddress(wanted: string): string {
  if (!URL.canParse(wanted, here)) return start;
  const { origin, pathname, search, hash } = new URL(wanted, here);
  const isPage = pages.some((page) => pathname === page || pathname.startsWith(`${page}/`));

  return origin === here && isPage ? pathname + search + hash : start;
}
