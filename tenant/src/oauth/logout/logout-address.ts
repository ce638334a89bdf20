/**
 * Checks where a browser wants to go after a logout; `undefined` if it may not. Query, hash and the case of scheme
 * and host do not count; the path does, letter by letter (§12).
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
