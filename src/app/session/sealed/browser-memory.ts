import { guardedStorage } from './tab-storage';

const prefix = 'ligature.';
const storage = guardedStorage(() => localStorage);

/** What this browser remembers for this portal now; gives what puts it back, whatever has happened since. */
export function keepBrowserMemory(): () => void {
  const own = (): string[] => storage.names().filter((name) => name.startsWith(prefix));
  const kept = own().map((name) => [name, storage.read(name)] as const);

  return () => {
    own().forEach((name) => storage.remove(name));
    for (const [name, text] of kept) if (text !== undefined) storage.write(name, text);
  };
}
