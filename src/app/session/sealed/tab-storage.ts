/** A browser's storage, which may be full, switched off or forbidden: then it keeps nothing, and nothing throws. */
export interface GuardedStorage {
  read(name: string): string | undefined;
  write(name: string, text: string): void;
  remove(name: string): void;
  names(): string[];
  /** Whether what is written is really kept. */
  works(): boolean;
}

/** Guards each use of a storage, `storage()` itself included: where a browser forbids it, merely naming it throws. */
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

/** Keeps texts for this browser, whichever tab asks. */
export const browserStorage = guardedStorage(() => localStorage);

/** Keeps texts for this tab, across reloads. */
export const tabStorage = guardedStorage(() => sessionStorage);
