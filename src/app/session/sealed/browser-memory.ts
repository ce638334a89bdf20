import { browserStorage } from './tab-storage';

const prefix = 'ligature.';

/** Copies what this browser remembers for this portal; gives a function that puts all of it back as it was. */
export function keepBrowserMemory(): () => void {
  const own = (): string[] => browserStorage.names().filter((name) => name.startsWith(prefix));
  const kept = own().map((name) => [name, browserStorage.read(name)] as const);

  return () => {
    own().forEach((name) => browserStorage.remove(name));
    for (const [name, text] of kept) if (text !== undefined) browserStorage.write(name, text);
  };
}
