/**
 * Guards each use of a browser's storage, which may be full, switched off or forbidden: then it keeps nothing, and
 * nothing throws. `storage()` is guarded as well, because merely naming a forbidden storage throws.
 */
export function guardedStorage(storage: () => Storage) {
  function guarded<Result>(use: (storage: Storage) => Result, otherwise: Result): Result {
    try {
      return use(storage());
    } catch {
      return otherwise;
    }
  }

  return {
    read: (name: string): string | undefined =>
      guarded((kept) => kept.getItem(name) ?? undefined, undefined),
    write: (name: string, text: string): void =>
      guarded((kept) => kept.setItem(name, text), undefined),
    remove: (name: string): void => guarded((kept) => kept.removeItem(name), undefined),
    names: (): string[] => guarded((kept) => Object.keys(kept), []),
    /** Whether what is written is really kept. */
    works: (): boolean =>
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
