/**
 * Where a browser goes after a sign-out, if the address is one of the allowed ones. Query and hash are not
 * compared, and neither is the case of scheme and host (§12); the path is, letter by letter.
 */
export function allowedLogoutAddress(
  wanted: string,
  allowed: readonly string[],
): string | undefined {
  const compared = comparable(wanted);
  if (compared === undefined || !allowed.some((address) => comparable(address) === compared)) {
    return undefined;
  }

  // As it was asked for, unless it holds what no header can.
  return /^[!-~]+$/.test(wanted) ? wanted : new URL(wanted).href;
}

/** What of an address is compared; whoever signs in by the address itself is part of it. */
function comparable(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, username, password, host, pathname } = new URL(address);

  return JSON.stringify([protocol, username, password, host.toLowerCase(), pathname]);
}
