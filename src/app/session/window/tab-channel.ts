/** Opens a channel to the other tabs of this browser; `undefined` where the browser has or allows none. */
export function tabChannel(name: string): BroadcastChannel | undefined {
  // A browser that blocks a site's storage may refuse this too, by throwing.
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
