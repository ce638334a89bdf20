/**
 * A browser's storage, which may be full, switched off or forbidden: then it holds nothing, and says nothing
 * about it. Every access is guarded because merely naming the property can throw.
 */
export interface GuardedStorage {
  read(name: string): string | undefined;
  write(name: string, text: string): void;
  remove(name: string): void;
  names(): string[];
  /** Whether what is written is really kept. */
  works(): boolean;
}

/** Wraps a storage that a browser may refuse, by throwing at its mere name: it then keeps nothing, and says so. */
export function guardedStorage(storage: () => Storage): GuardedStorage {
  function guarded<Result>(use: (storage: Storage) => Result, otherwise: Result): Result {
    try {
      return use(storage());
    } catch {
      return otherwise;
    }
  }

  return {
    read: (name) => guarded((kept) => kept.getItem(name) ?? undefined, undefined),
    write: (name, text) => guarded((kept) => kept.setItem(name, text), undefined),
    remove: (name) => guarded((kept) => kept.removeItem(name), undefined),
    names: () => guarded((kept) => Object.keys(kept), []),
    works: () =>
      guarded((kept) => {
        kept.setItem('ligature.probe', '1');
        kept.removeItem('ligature.probe');

        return true;
      }, false),
  };
}

/** What this tab keeps, across reloads. */
export const tabStorage = guardedStorage(() => sessionStorage);
